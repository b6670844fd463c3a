import { InstrumentedRuntime } from './instrumented-runtime';

const { NODE, NODE_ESM, PYTHON, JAVA, DOTNET, DOTNET_MUSL } = InstrumentedRuntime;
const REGISTRY = 'public.ecr.aws/aws-observability/adot-autoinstrumentation-';

/** The processor that containers run on. */
export type Architecture = 'X86_64' | 'ARM64';

/** An SDK of AWS Distro for OpenTelemetry that is loaded into the program of a container. */
export interface Instrumentation {
  /** https://github.com/aws-observability, repositories aws-otel-<language>-instrumentation. */
  readonly image: string;
  /** The name that AWS's pages have for the volume. */
  readonly volumeName: string;
  /** The directory that the SDK is copied to, and loaded from. */
  readonly path: string;
  readonly copy: readonly string[];
  /** The most memory that the copy takes, as AWS's own construct has it. */
  readonly memoryMiB: number;
  readonly variables: Readonly<Record<string, string>>;
  /** A variable of the program itself, whose value is added to. */
  readonly extended: Extension;
}

/** A value that is added to the variable of a container. */
export interface Extension {
  readonly variable: string;
  with(own: string | undefined): string;
}

/** The SDK of a runtime. */
export function instrumentationOf(runtime: InstrumentedRuntime, architecture: Architecture): Instrumentation {
  switch (runtime) {
    case NODE: return node((path) => `--require ${path}/autoinstrumentation.js`);
    case NODE_ESM: return node((path) => `--import ${path}/autoinstrumentation.js `
      + `--experimental-loader=${path}/node_modules/@opentelemetry/instrumentation/hook.mjs`);
    case PYTHON: return python();
    case JAVA: return java();
    case DOTNET: return dotnet(`linux-${architecture === 'ARM64' ? 'arm64' : 'x64'}`);
    case DOTNET_MUSL: return dotnet(`linux-musl-${architecture === 'ARM64' ? 'arm64' : 'x64'}`);
  }
}

function node(options: (path: string) => string): Instrumentation {
  const path = '/otel-auto-instrumentation-node';
  return {
    image: `${REGISTRY}node:v0.12.0`,
    volumeName: volumeOf('node'),
    path,
    copy: copyAll(path),
    memoryMiB: 128,
    variables: {},
    extended: appended('NODE_OPTIONS', options(path)),
  };
}

function python(): Instrumentation {
  const path = '/otel-auto-instrumentation-python';
  return {
    image: `${REGISTRY}python:v0.19.0`,
    volumeName: volumeOf('python'),
    path,
    copy: copyAll(path),
    memoryMiB: 32,
    variables: { OTEL_PYTHON_DISTRO: 'aws_distro', OTEL_PYTHON_CONFIGURATOR: 'aws_configurator' },
    extended: {
      variable: 'PYTHONPATH',
      // The packages of the program come before those of the SDK.
      with: (own) => [`${path}/opentelemetry/instrumentation/auto_instrumentation`, ...own ? [own] : [], path].join(':'),
    },
  };
}

function java(): Instrumentation {
  const path = '/otel-auto-instrumentation';
  return {
    image: `${REGISTRY}java:v2.29.0`,
    volumeName: volumeOf('java'),
    path,
    copy: ['cp', '/javaagent.jar', `${path}/javaagent.jar`],
    memoryMiB: 64,
    variables: {},
    extended: appended('JAVA_TOOL_OPTIONS', `-javaagent:${path}/javaagent.jar`),
  };
}

function dotnet(platform: string): Instrumentation {
  const path = '/otel-auto-instrumentation-dotnet';
  return {
    image: `${REGISTRY}dotnet:v1.14.0`,
    volumeName: volumeOf('dotnet'),
    path,
    copy: copyAll(path),
    memoryMiB: 128,
    variables: {
      OTEL_DOTNET_DISTRO: 'aws_distro',
      OTEL_DOTNET_CONFIGURATOR: 'aws_configurator',
      OTEL_DOTNET_AUTO_PLUGINS: 'AWS.Distro.OpenTelemetry.AutoInstrumentation.Plugin, AWS.Distro.OpenTelemetry.AutoInstrumentation',
      OTEL_DOTNET_AUTO_HOME: path,
      CORECLR_ENABLE_PROFILING: '1',
      CORECLR_PROFILER: '{918728DD-259F-4A6A-AC2B-B85E1B658318}',
      CORECLR_PROFILER_PATH: `${path}/${platform}/OpenTelemetry.AutoInstrumentation.Native.so`,
      DOTNET_ADDITIONAL_DEPS: `${path}/AdditionalDeps`,
      DOTNET_SHARED_STORE: `${path}/store`,
    },
    extended: { variable: 'DOTNET_STARTUP_HOOKS', with: (own) => [`${path}/net/OpenTelemetry.AutoInstrumentation.StartupHook.dll`, ...own ? [own] : []].join(':') },
  };
}

function volumeOf(language: string): string {
  return `opentelemetry-auto-instrumentation-${language}`;
}

function copyAll(path: string): readonly string[] {
  return ['cp', '-a', '/autoinstrumentation/.', path];
}

function appended(variable: string, value: string): Extension {
  return { variable, with: (own) => (own ? `${own} ${value}` : value) };
}
