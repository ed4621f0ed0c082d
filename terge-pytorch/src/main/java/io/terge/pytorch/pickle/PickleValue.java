package io.terge.pytorch.pickle;

/**
 * Something a pickle contains. Values without parts are compared by content; all others have
 * identity, since values can be shared and can contain themselves. Values do not change after the
 * pickle has been read, and are then safe for use by several threads at once.
 *
 * @since 0.1
 */
public sealed interface PickleValue
        permits PickleNone,
                PickleBool,
                PickleInt,
                PickleBigInt,
                PickleFloat,
                PickleText,
                PickleBytes,
                PickleList,
                PickleTuple,
                PickleDict,
                PickleSet,
                PickleGlobal,
                PicklePersistent,
                PickleObject {}
