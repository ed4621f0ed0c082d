package io.terge.pytorch.pickle;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of {@link HostileGlobals}. An entry covers everything below it: {@code os} covers
 * {@code os.system}, and {@code builtins.eval} covers {@code builtins.eval.__call__}.
 */
final class HostileNames {

    /** Hostile wherever they occur in a path, as in {@code six.moves.builtins.eval}. */
    static final Set<String> ANYWHERE =
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
                    "__import__ __code__ __spec__",
                    // Methods that download or open what they are told.
                    "from_pretrained from_file");

    /**
     * Hostile at the start of a path, or anywhere in a dotted name, which Python looks up attribute
     * by attribute. Further down a module's path they are ordinary words: {@code project.code}.
     */
    static final Set<String> AT_START =
            entries(
                    // Running commands and code.
                    "codeop imp pip setuptools pkg_resources distutils ensurepip venv zipapp",
                    "pkgutil timeit cProfile _lsprof pstats idlelib lib2to3 pydoc doctest unittest",
                    "test.support test.libregrtest _aix_support _osx_support _pyrepl rlcompleter",
                    "pexpect sh fabric invoke plumbum IPython pipes _xxsubinterpreters",
                    "_interpreters faulthandler sysconfig _sysconfig antigravity turtle",
                    "turtledemo tkinter Tkinter _tkinter",
                    "six.moves six.exec_ future.moves past.builtins past.translation",
                    // Only the functions: projects have packages of these names.
                    "code.interact code.InteractiveInterpreter code.InteractiveConsole",
                    "code.compile_command commands.getoutput commands.getstatusoutput",
                    "commands.getstatus profile.run profile.runctx profile.Profile",
                    "trace.Trace trace.CoverageResults trace.main",
                    "uuid._get_command_stdout uuid._popen mailcap platform.popen",
                    "platform._syscmd_file platform._syscmd_ver platform.system_alias",
                    "argparse.FileType smtpd.SMTPServer",
                    // Threads, processes and what runs later.
                    "threading _thread thread dummy_threading multiprocessing concurrent asyncio",
                    "_asyncio signal _signal sched atexit gc select selectors",
                    // The network.
                    "socket _socket socketserver SocketServer ssl _ssl urllib urllib2 urllib3",
                    "http httplib httpx requests aiohttp ftplib smtplib poplib imaplib nntplib",
                    "telnetlib xmlrpc xmlrpclib wsgiref asyncore asynchat websocket websockets",
                    "paramiko pycurl boto3 botocore s3fs gcsfs fsspec huggingface_hub gdown wget",
                    "BaseHTTPServer SimpleHTTPServer",
                    // Files.
                    "io.open io.open_code io.FileIO _io.open _io.open_code _io.FileIO _pyio",
                    "codecs.open codecs.EncodedFile pathlib tempfile fileinput linecache filecmp",
                    "mmap sqlite3 _sqlite3 tarfile zipfile gzip bz2 _bz2 lzma _lzma dbm gdbm",
                    "anydbm dumbdbm whichdb mailbox wave aifc sunau nturl2path",
                    "fcntl termios syslog msvcrt winreg _winreg winsound msilib _posixshmem",
                    "logging.FileHandler logging.config logging.handlers logging.basicConfig",
                    // Code objects, and functions that look up attributes by name or call.
                    "types.FunctionType types.LambdaType types.CodeType types.MethodType",
                    "types.ModuleType types.new_class types.prepare_class types.coroutine",
                    "inspect functools _functools weakref.finalize string.Formatter",
                    "operator.attrgetter operator.itemgetter operator.methodcaller operator.call",
                    "_operator.attrgetter _operator.itemgetter _operator.methodcaller",
                    "_operator.call typing.get_type_hints typing.ForwardRef._evaluate",
                    "copyreg.pickle copyreg.constructor copyreg.add_extension",
                    "copyreg.remove_extension copy_reg.pickle copy_reg.constructor",
                    "copy_reg.add_extension copy_reg.remove_extension",
                    // Other pickles.
                    "pickle _pickle pickletools shelve _compat_pickle joblib.load joblib.memory",
                    "joblib.numpy_pickle joblib.externals pandas.read_pickle pandas.io",
                    "pandas.eval pandas.compat pandas.core.computation hickle",
                    "yaml.load yaml.load_all yaml.unsafe_load yaml.unsafe_load_all",
                    "yaml.full_load yaml.full_load_all yaml.constructor yaml.loader",
                    // NumPy.
                    "numpy.load numpy.save numpy.savez numpy.savez_compressed numpy.loadtxt",
                    "numpy.savetxt numpy.genfromtxt numpy.fromfile numpy.memmap numpy.DataSource",
                    "numpy.lib.npyio numpy.lib._npyio_impl numpy.lib.format numpy.lib._datasource",
                    "numpy.core.memmap numpy._core.memmap numpy.core.records.fromfile",
                    "numpy._core.records.fromfile numpy.rec.fromfile numpy.ndarray.tofile",
                    "numpy.ndarray.dump numpy.core.multiarray.fromfile",
                    "numpy._core.multiarray.fromfile numpy.f2py numpy.testing numpy.distutils",
                    "numpy.ctypeslib scipy.io scipy.weave",
                    // PyTorch.
                    "torch.load torch.save torch.from_file torch.serialization.load",
                    "torch.serialization.save torch.serialization._load",
                    "torch.serialization._legacy_load torch.storage._load_from_bytes",
                    "torch.hub torch.package torch.ops torch._ops torch.classes torch._classes",
                    "torch.jit.load torch.jit.save torch.jit.script torch.jit._serialization",
                    "torch.jit.unsupported_tensor_ops torch.jit.CompilationUnit",
                    "torch.jit.frontend torch._jit_internal torch._C.import_ir_module",
                    "torch._C.PyTorchFileWriter torch._C.PyTorchFileReader torch.onnx",
                    "torch.export.load torch.export.save torch.fx.graph_module",
                    "torch.fx.experimental.symbolic_shapes torch._inductor",
                    "torch._dynamo.guards torch._dynamo.utils torch._dynamo.config",
                    "torch._dynamo.replay_record torch.utils.cpp_extension",
                    "torch.utils.bottleneck torch.utils.collect_env torch.utils._config_module",
                    "torch.utils.benchmark torch.utils.model_zoo torch.utils.tensorboard",
                    "torch.utils.data.datapipes.utils.decoder torch.utils.hipify",
                    "torch.distributed.rpc torch.distributed.run torch.distributed.elastic",
                    "torch.distributed.launch torch.distributed.checkpoint.filesystem",
                    "torch.distributed.checkpoint.format_utils torch.multiprocessing",
                    "torch.testing._internal",
                    // What downloads models, loads them, or runs their code.
                    "torchvision.datasets.utils torchvision._internally_replaced_utils",
                    "torchaudio.hub transformers.utils.hub transformers.dynamic_module_utils",
                    "transformers.pipeline transformers.pipelines datasets.load",
                    "datasets.load_dataset timm.models._hub timm.models.hub nltk.data",
                    "nltk.downloader keras.models.load_model keras.saving",
                    "tensorflow.keras.models.load_model tensorflow.io tensorflow.saved_model",
                    // What comes along with PyTorch, and what else runs text.
                    "sympy mpmath.libmp site tracemalloc tokenize py_compile compileall",
                    "modulefinder cgitb psutil pytest _pytest git hydra.utils numexpr");

    /** Classes in hostile modules that do nothing but hold values; not what is below them. */
    static final Set<String> HARMLESS =
            entries(
                    "pathlib.Path pathlib.PurePath pathlib.PosixPath pathlib.WindowsPath",
                    "pathlib.PurePosixPath pathlib.PureWindowsPath pathlib._local.Path",
                    "pathlib._local.PurePath pathlib._local.PosixPath pathlib._local.WindowsPath",
                    "pathlib._local.PurePosixPath pathlib._local.PureWindowsPath",
                    // What it wraps is named, too, and so it is checked.
                    "functools.partial _functools.partial",
                    "inspect._empty inspect.Parameter inspect.Signature inspect._ParameterKind",
                    "sqlite3.Row tarfile.TarInfo zipfile.ZipInfo");

    private HostileNames() {}

    private static String builtins(String module) {
        return Stream.of(
                        "eval exec execfile compile open file getattr setattr delattr globals"
                                + " locals vars input raw_input breakpoint apply reload help"
                                + " __import__ __build_class__ exit quit")
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
