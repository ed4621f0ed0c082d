/** Results for people: tables, JSON and charts. */
@NullMarked
package io.terge.benchmarks.report;

import org.jspecify.annotations.NullMarked;
