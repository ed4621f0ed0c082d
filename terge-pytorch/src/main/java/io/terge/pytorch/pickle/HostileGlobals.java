package io.terge.pytorch.pickle;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Functions and modules that are made to run code, or that reach such functions. No list of this
 * kind is complete. It does not protect terge, which calls nothing, but those who would load the
 * file with Python.
 *
 * <p>An entry covers everything below it: {@code os} covers {@code os.system}, and {@code
 * builtins.eval} covers {@code builtins.eval.__call__}.
 */
final class HostileGlobals {

    /** Hostile wherever they occur in a path, as in {@code six.moves.builtins.eval}. */
    private static final Set<String> ANYWHERE =
            entries(
                    // The operating system.
                    "os posix nt sys subprocess _posixsubprocess _winapi shutil pty popen2",
                    // Native code.
                    "ctypes _ctypes cffi",
                    // Importing and executing.
                    "importlib _frozen_importlib _frozen_importlib_external runpy _imp zipimport",
                    // Pickles within pickles, and serialised code.
                    "marshal cPickle cloudpickle dill jsonpickle",
                    // Debuggers and browsers.
                    "pdb bdb webbrowser",
                    // Built-in functions that execute, import, open, or reach any attribute.
                    builtins("builtins"),
                    builtins("__builtin__"),
                    // Attributes that lead from any object to the functions above.
                    "__builtins__ __globals__ __subclasses__ __getattribute__ __loader__",
                    "__import__ __code__ __spec__");

    /**
     * Hostile at the start of a path, or anywhere in a dotted name, which Python looks up attribute
     * by attribute. Further down a module's path they are ordinary words: {@code project.code}.
     */
    private static final Set<String> AT_START =
            entries(
                    // Running commands and code.
                    "codeop imp pip setuptools distutils ensurepip venv pkgutil timeit cProfile",
                    "idlelib lib2to3 pydoc doctest unittest test.support test.libregrtest",
                    "_aix_support _osx_support _pyrepl pexpect sh fabric IPython",
                    // Only the functions: projects have packages of these names.
                    "code.interact code.InteractiveInterpreter code.InteractiveConsole",
                    "commands.getoutput commands.getstatusoutput commands.getstatus",
                    "profile.run profile.runctx profile.Profile trace.Trace",
                    "uuid._get_command_stdout mailcap platform.popen platform._syscmd_file",
                    // Threads, processes and what runs later.
                    "threading _thread thread multiprocessing concurrent asyncio signal _signal",
                    "sched atexit gc",
                    // The network.
                    "socket _socket socketserver ssl _ssl urllib urllib2 urllib3 http httplib",
                    "httpx requests aiohttp ftplib smtplib poplib imaplib nntplib telnetlib",
                    "xmlrpc paramiko",
                    // Files.
                    "io.open io.open_code io.FileIO _io.open _io.open_code _io.FileIO codecs.open",
                    "logging.FileHandler logging.config",
                    // Code objects, and functions that look up attributes by name.
                    "types.FunctionType types.LambdaType types.CodeType",
                    "operator.attrgetter operator.itemgetter operator.methodcaller",
                    "_operator.attrgetter _operator.itemgetter _operator.methodcaller",
                    "typing.get_type_hints typing.ForwardRef._evaluate",
                    // Other pickles.
                    "pickle _pickle shelve joblib.load pandas.read_pickle pandas.io.pickle"
                            + " pandas.eval",
                    "yaml.load yaml.unsafe_load yaml.full_load",
                    // NumPy.
                    "numpy.load numpy.lib.npyio.load numpy.f2py numpy.testing numpy.distutils",
                    "numpy.ctypeslib",
                    // PyTorch.
                    "torch.load torch.serialization.load torch.serialization._load",
                    "torch.storage._load_from_bytes torch.hub torch.package",
                    "torch.jit.load torch.jit._serialization.load torch.jit.unsupported_tensor_ops",
                    "torch.jit.CompilationUnit torch.ops.load_library torch.classes.load_library",
                    "torch.utils.cpp_extension torch.utils.bottleneck torch.utils.collect_env",
                    "torch.utils._config_module torch.utils.data.datapipes.utils.decoder",
                    "torch.distributed.rpc torch.fx.experimental.symbolic_shapes",
                    "torch._inductor torch.testing._internal torch.fx.graph_module",
                    "torch._dynamo.guards torch._dynamo.utils torch._dynamo.config"
                            + " torch._dynamo.replay_record",
                    "torch.export.load torch.serialization._legacy_load",
                    "torch._jit_internal torch.distributed.run torch.distributed.elastic",
                    "torch.multiprocessing torch.utils.benchmark torch.utils.model_zoo",
                    "torch._C.import_ir_module torch._ops._Ops torch._classes._Classes",
                    // What comes along with PyTorch, and what else runs text.
                    "sympy mpmath.libmp site tracemalloc tokenize six.exec_ py_compile compileall",
                    "modulefinder cgitb psutil pytest git hydra.utils weakref.finalize",
                    "types.MethodType types.ModuleType yaml.constructor joblib.numpy_pickle",
                    "pandas.compat pandas.core.computation numpy.lib._npyio_impl");

    /** No entry has more parts. */
    private static final int LONGEST = 6;

    private HostileGlobals() {}

    static boolean contains(PickleGlobal global) {
        List<String> path = List.of(global.dotted().split("\\.", -1));
        int nameStart = global.module().split("\\.", -1).length;
        boolean dottedName = path.size() > nameStart + 1;
        for (int start = 0; start < path.size(); start++) {
            boolean lookedUp = start == 0 || (dottedName && start >= nameStart);
            if (startsHere(path, start, lookedUp)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsHere(List<String> path, int start, boolean lookedUp) {
        StringBuilder part = new StringBuilder();
        for (int end = start; end < Math.min(path.size(), start + LONGEST); end++) {
            part.append(end == start ? "" : ".").append(path.get(end));
            String entry = part.toString();
            if (ANYWHERE.contains(entry)
                    || ANYWHERE.contains(imported(entry))
                    || (lookedUp && AT_START.contains(entry))) {
                return true;
            }
        }
        return false;
    }

    /** Modules are often imported under a private name: {@code random._os} is {@code os}. */
    private static String imported(String entry) {
        return entry.startsWith("_") && !entry.startsWith("__") ? entry.substring(1) : entry;
    }

    private static String builtins(String module) {
        return Stream.of(
                        "eval exec execfile compile open file getattr setattr delattr globals"
                                + " locals vars input raw_input breakpoint apply reload help"
                                + " __import__ __build_class__")
                .flatMap(names -> Stream.of(names.split(" ")))
                .map(name -> module + "." + name)
                .collect(Collectors.joining(" "));
    }

    private static Set<String> entries(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> Stream.of(line.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
