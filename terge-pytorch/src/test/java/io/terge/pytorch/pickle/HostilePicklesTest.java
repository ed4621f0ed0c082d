package io.terge.pytorch.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terge.error.TergeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles that name functions made to run code are rejected as soon as they name them. */
class HostilePicklesTest {

    @ParameterizedTest
    @CsvSource({
        "os, system",
        "random, _os.system",
        "argparse, _sys.modules",
        "torch.fx.graph_module, _exec_with_source",
        "torch._inductor.cpp_builder, run_compile_cmd",
        "sympy, sympify",
        "site, addpackage",
        "posix, system",
        "nt, system",
        "subprocess, Popen",
        "sys, exit",
        "importlib, import_module",
        "runpy, run_path",
        "ctypes, CDLL",
        "socket, create_connection",
        "shutil, rmtree",
        "webbrowser, open",
        "pty, spawn",
        "commands, getoutput",
        "code, InteractiveInterpreter",
        "pdb, run",
        "multiprocessing, Process",
        "threading, Thread",
        "asyncio, run",
        "marshal, loads",
        "pickle, loads",
        "_pickle, loads",
        "cPickle, loads",
        "dill, loads",
        "cloudpickle, loads",
        "types, FunctionType",
        "types, CodeType",
        "operator, attrgetter",
        "builtins, eval",
        "builtins, exec",
        "builtins, __import__",
        "__builtin__, eval",
        "__builtin__, execfile",
        "__builtin__, apply",
        "torch, load",
        "torch.serialization, load",
        "torch.storage, _load_from_bytes",
        "torch.hub, load",
        "torch.jit, load",
        "torch.utils.cpp_extension, load_inline",
        "torch.package, PackageImporter",
        "numpy, load",
        "numpy.testing._private.utils, runstring",
        "numpy.f2py, os.system",
        "pip, main",
        "urllib.request, urlopen",
        "requests.api, get",
        "http.client, HTTPSConnection",
        "pkgutil, resolve_name",
        "uuid, _get_command_stdout",
        // By way of another module's attributes.
        "torch, os.system",
        "torch, serialization.load",
        "torch, serialization.pickle.loads",
        "numpy, f2py.os.system",
        "collections, abc.sys.modules",
        "builtins, eval.__call__",
        "builtins, object.__subclasses__",
        "six.moves.builtins, eval",
        "gevent.subprocess, Popen",
        "torch, os",
        "pathlib, Path.write_text",
        "pathlib, PosixPath.unlink",
        "pathlib, PurePath.__class__",
        "pathlib, _NormalAccessor",
        "numpy, memmap",
        "numpy, fromfile",
        "numpy, DataSource",
        "numpy.lib.npyio, save",
        "numpy.distutils.exec_command, exec_command",
        "functools, reduce",
        "functools, partialmethod",
        "functools, partial.func",
        "operator, call",
        "operator, methodcaller",
        "inspect, getattr_static",
        "logging.config, dictConfig",
        "logging.handlers, SocketHandler",
        "sqlite3, connect",
        "tarfile, open",
        "zipfile, ZipFile",
        "fileinput, FileInput",
        "io, FileIO",
        "codecs, open",
        "tempfile, NamedTemporaryFile",
        "gzip, GzipFile",
        "linecache, getlines",
        "argparse, FileType",
        "concurrent.futures, ThreadPoolExecutor",
        "bdb, Bdb",
        "codeop, compile_command",
        "timeit, timeit",
        "cProfile, run",
        "profile, run",
        "trace, Trace",
        "joblib.numpy_pickle, load",
        "shelve, open",
        "pandas.io.pickle, read_pickle",
        "torch, from_file",
        "torch, UntypedStorage.from_file",
        "torch.ops, load_library",
        "torch._ops, OpOverload",
        "torch.classes, load_library",
        "torch.utils.tensorboard, SummaryWriter",
        "setuptools, setup",
        "ensurepip, _run_pip",
        "smtplib, SMTP",
        "ftplib, FTP",
        "xmlrpc.client, ServerProxy",
        "platform, popen",
        "signal, raise_signal",
        "gc, get_objects",
        "imp, load_source",
        "zipimport, zipimporter",
        "ssl, get_server_certificate",
        "doctest, debug_script",
        "unittest, main",
        "idlelib.run, Executive",
        "turtle, Screen",
        "tkinter, Tk",
        "antigravity, geohash",
        "winreg, CreateKey",
        "_winapi, CreateProcess",
        "msvcrt, locking",
        "transformers, AutoModel.from_pretrained",
        "transformers.utils.hub, cached_file",
        "huggingface_hub, hf_hub_download",
        "collections, OrderedDict.__class__",
        "six.moves, getoutput"
    })
    void isRejectedByName(String module, String name) {
        byte[] text = Assembler.bare().ascii("N").global(module, name).stop();
        byte[] stacked = Assembler.pickle().stackGlobal(module, name).stop();
        byte[] inst = Assembler.bare().ascii("(i" + module + "\n" + name + "\n.").toBytes();
        assertHostile(text, module + "." + name, 1);
        assertHostile(inst, module + "." + name, 1);
        assertHostile(stacked, module + "." + name, 2 + 5 + module.length() + 5 + name.length());
    }

    @ParameterizedTest
    @CsvSource({
        "builtins, set",
        "builtins, bytearray",
        "__builtin__, object",
        "__builtin__, xrange",
        "copyreg, _reconstructor",
        "collections, OrderedDict",
        "torch._utils, _rebuild_tensor_v2",
        "torch, FloatStorage",
        "torch.nn.modules.container, Sequential",
        "torch.jit._pickle, build_intlist",
        "torch.jit._pickle, restore_type_tag",
        "torch._dynamo.eval_frame, OptimizedModule",
        "__torch__.torch.nn.modules.linear, Linear",
        "project.code, Net",
        "project.test.signal, Args",
        "__main__, Config.Inner",
        "pathlib, PosixPath",
        "pathlib, WindowsPath",
        "pathlib._local, PosixPath",
        "pathlib, PurePosixPath",
        "inspect, _empty",
        "project.pathlib, Thing",
        "project.enums, Phase.test",
        "project.enums, Phase.signal",
        "logging, getLogger",
        "argparse, Namespace",
        "operator, getitem",
        "numpy, ndarray",
        "mmengine.logging.history_buffer, HistoryBuffer.mean",
        "uuid, UUID",
        "re, _compile",
        "_codecs, encode",
        "types, SimpleNamespace",
        "functools, partial",
        "numpy.core.multiarray, _reconstruct"
    })
    void otherNamesAreOnlyNames(String module, String name) {
        assertThat(Assembler.value(Assembler.bare().global(module, name).stop()))
                .isEqualTo(new PickleGlobal(module, name));
    }

    @Test
    void memoTricksDoNotHideAName() {
        // PUT and MEMOIZE mixed: the name at index 0 is replaced after it was remembered.
        byte[] pickle =
                Assembler.pickle()
                        .text("collections")
                        .code(0x94)
                        .text("os")
                        .code('q', 0)
                        .code('h', 0)
                        .text("system")
                        .code(0x93)
                        .stop();
        assertHostile(pickle, "os.system", 41);
    }

    @Test
    void aClassWithAStateIsRejected() {
        byte[] pickle =
                Assembler.bare().global("collections", "OrderedDict").ascii("}b.").toBytes();
        assertThatThrownBy(() -> Assembler.read(pickle))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(PickleCode.PICKLE_HOSTILE))
                .hasMessageContaining("changes 'collections.OrderedDict'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"argparse", "project"})
    void strictModeRejectsNamesThatAreNotKnown(String module) {
        GlobalPolicy strict = GlobalPolicy.strict(known -> known.module().equals("collections"));
        byte[] pickle =
                Assembler.bare()
                        .global("collections", "OrderedDict")
                        .global(module, "Namespace")
                        .stop();
        assertThatThrownBy(
                        () -> Unpickler.read(Assembler.input(pickle), PickleLimits.DEFAULT, strict))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure ->
                                assertThat(failure.code())
                                        .isEqualTo(PickleCode.PICKLE_UNKNOWN_GLOBAL))
                .hasMessageContaining(
                        "'test.pkl': the pickle names '%s.Namespace', which is not a known"
                                .formatted(module));
    }

    @Test
    void strictModeShowsTwentyUnknownNames() {
        Assembler many = Assembler.bare();
        for (int i = 0; i < 23; i++) {
            many.global("project", "Class" + i).ascii("0");
        }
        GlobalPolicy strict = GlobalPolicy.strict(known -> false);
        byte[] pickle = many.ascii("N").stop();
        assertThatThrownBy(
                        () -> Unpickler.read(Assembler.input(pickle), PickleLimits.DEFAULT, strict))
                .hasMessageContaining("names 23 unknown functions or classes: 'project.Class0', ")
                .hasMessageContaining("'project.Class19' and 3 more");
    }

    @Test
    void strictModeCannotAcceptHostileNames() {
        byte[] pickle = Assembler.bare().global("os", "system").stop();
        GlobalPolicy all = GlobalPolicy.strict(known -> true);
        assertThatThrownBy(() -> Unpickler.read(Assembler.input(pickle), PickleLimits.DEFAULT, all))
                .hasMessageContaining("[PICKLE_HOSTILE]");
    }

    private static void assertHostile(byte[] pickle, String dotted, int offset) {
        assertThatThrownBy(() -> Assembler.read(pickle))
                .isInstanceOfSatisfying(
                        TergeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(PickleCode.PICKLE_HOSTILE))
                .hasMessageContaining(
                        "'test.pkl': the pickle names '%s', which can run code, at byte %d"
                                .formatted(dotted, offset));
    }
}
