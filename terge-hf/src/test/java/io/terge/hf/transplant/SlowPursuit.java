package io.terge.hf.transplant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orthogonal matching pursuit as textbooks have it, with normal equations solved by elimination.
 */
record SlowPursuit(double[][] columns, double[] row) {

    record Found(List<Integer> chosen, double[] coefficients) {

        double[] sum(double[][] of) {
            double[] sum = new double[of[0].length];
            for (int i = 0; i < chosen.size(); i++) {
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += coefficients[i] * of[chosen.get(i)][j];
                }
            }
            return sum;
        }
    }

    Found run(int steps) {
        List<Integer> chosen = new ArrayList<>();
        double[] coefficients = new double[0];
        double[] residual = row.clone();
        for (int step = 0; step < steps; step++) {
            int best = -1;
            double highest = 0;
            for (int column = 0; column < columns.length; column++) {
                double score =
                        Math.abs(dot(columns[column], residual))
                                / Math.sqrt(dot(columns[column], columns[column]));
                if (!chosen.contains(column) && score > highest) {
                    best = column;
                    highest = score;
                }
            }
            chosen.add(best);
            coefficients = solve(chosen);
            double[] near = new Found(chosen, coefficients).sum(columns);
            for (int i = 0; i < near.length; i++) {
                residual[i] = row[i] - near[i];
            }
        }
        return new Found(chosen, coefficients);
    }

    private double[] solve(List<Integer> chosen) {
        int size = chosen.size();
        List<double[]> left = new ArrayList<>();
        for (int one : chosen) {
            double[] equation = new double[size + 1];
            for (int i = 0; i < size; i++) {
                equation[i] = dot(columns[one], columns[chosen.get(i)]);
            }
            equation[size] = dot(columns[one], row);
            left.add(equation);
        }
        for (int i = 0; i < size; i++) {
            int at = i;
            left.subList(i, size).sort(Comparator.comparingDouble(one -> -Math.abs(one[at])));
            for (int other = 0; other < size; other++) {
                if (other != i) {
                    double factor = left.get(other)[i] / left.get(i)[i];
                    for (int j = i; j <= size; j++) {
                        left.get(other)[j] -= factor * left.get(i)[j];
                    }
                }
            }
        }
        double[] solution = new double[size];
        for (int i = 0; i < size; i++) {
            solution[i] = left.get(i)[size] / left.get(i)[i];
        }
        return solution;
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
