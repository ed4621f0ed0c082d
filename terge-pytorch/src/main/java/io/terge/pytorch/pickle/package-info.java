/**
 * Python pickles as plain data. Start at {@link io.terge.pytorch.pickle.Unpickler}.
 *
 * <p>A pickle is a program for a stack machine whose instructions include "import this function"
 * and "call it". The machine here has no such instructions: a function or class is a {@link
 * io.terge.pytorch.pickle.PickleGlobal name}, and a call is a {@link
 * io.terge.pytorch.pickle.PickleObject record} of what Python would have called. The result is a
 * graph of {@link io.terge.pytorch.pickle.PickleValue values}, which may have cycles; deciding what
 * a recorded call means is left to others.
 *
 * <p>A pickle that names a function made to run code is rejected ({@link
 * io.terge.pytorch.pickle.GlobalPolicy}), since no checkpoint needs one. Time and memory are
 * proportional to the bytes read, within {@link io.terge.pytorch.pickle.PickleLimits limits}.
 */
@NullMarked
package io.terge.pytorch.pickle;

import org.jspecify.annotations.NullMarked;
