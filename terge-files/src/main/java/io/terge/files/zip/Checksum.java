package io.terge.files.zip;

/**
 * The CRC-32 of a sequence of bytes.
 *
 * <p>A CRC is a remainder of polynomials over GF(2), in which addition and subtraction are both
 * exclusive or: the bits of the bytes are coefficients, and the divisor P is the polynomial of
 * CRC-32. Appending n bytes to a sequence multiplies its polynomial by x^8n, so that
 *
 * <pre>crc(AB) = crc(A) x^8n + crc(B)   (mod P), where B has n bytes.</pre>
 *
 * <p>The inversions at the start and at the end of a CRC cancel out: they appear once in crc(A),
 * where the multiplication carries them to the place at which crc(B) removes them. As usual for
 * CRC-32 bits are reflected: the highest bit of a number is the coefficient of x^0.
 *
 * @param crc the CRC-32
 * @param size the number of bytes
 */
record Checksum(int crc, long size) {

    private static final int POLYNOMIAL = 0xedb8_8320;
    private static final int ONE = 1 << 31;
    private static final int X_TO_THE_8TH = 1 << 23;

    /** Returns the checksum of these bytes followed by others. */
    Checksum then(Checksum next) {
        int shifted = multiply(crc, power(next.size));
        return new Checksum(shifted ^ next.crc, size + next.size);
    }

    /** x^8n mod P, by squaring. */
    private static int power(long n) {
        int result = ONE;
        int square = X_TO_THE_8TH;
        for (long bits = n; bits != 0; bits >>>= 1) {
            if ((bits & 1) != 0) {
                result = multiply(result, square);
            }
            square = multiply(square, square);
        }
        return result;
    }

    /** a b mod P: the sum of b x^i over all powers x^i in a. */
    private static int multiply(int a, int b) {
        int sum = 0;
        int shifted = b;
        for (int coefficients = a; coefficients != 0; coefficients <<= 1) {
            if (coefficients < 0) {
                sum ^= shifted;
            }
            // Times x; if that yields x^32, P is subtracted.
            shifted = (shifted >>> 1) ^ ((shifted & 1) == 0 ? 0 : POLYNOMIAL);
        }
        return sum;
    }
}
