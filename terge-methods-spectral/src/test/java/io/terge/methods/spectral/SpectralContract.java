package io.terge.methods.spectral;

import io.terge.testkit.MergeMethodContract;

/** The contract of this module's methods, which add to the base what decompositions give. */
abstract class SpectralContract extends MergeMethodContract {

    @Override
    protected boolean keepsTheBaseExactly() {
        return true;
    }

    // A decomposition is exact to some units of the last place times the size of the matrix.
    @Override
    protected double tolerance() {
        return 1e-9;
    }
}
