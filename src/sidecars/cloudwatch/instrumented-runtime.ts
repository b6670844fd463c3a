/**
 * A language whose programs Application Signals instruments without changes to their code.
 */
export enum InstrumentedRuntime {
  /**
   * Node.js, with CommonJS modules.
   */
  NODE = 'NODE',

  /**
   * Node.js, with ECMAScript modules.
   */
  NODE_ESM = 'NODE_ESM',

  /**
   * Python, on an image with glibc.
   */
  PYTHON = 'PYTHON',

  /**
   * Java and other languages of the JVM.
   */
  JAVA = 'JAVA',

  /**
   * .NET, on an image with glibc (Debian, Ubuntu, Amazon Linux).
   */
  DOTNET = 'DOTNET',

  /**
   * .NET, on an image with musl (Alpine).
   */
  DOTNET_MUSL = 'DOTNET_MUSL',
}
