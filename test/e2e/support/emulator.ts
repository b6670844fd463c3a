import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { E2E, python } from './paths';

const REGION = 'us-east-1';

/** One AWS account on loopback, empty but for the CDK's bootstrap. */
export class Emulator {
  /** Starts an account of its own, so that test files can't see each other's resources. */
  static async start(): Promise<Emulator> {
    const server = spawn(python('tools', 'python'), ['-m', 'emulator'], {
      cwd: E2E,
      env: { ...process.env, AWS_REGION: REGION, PYTHONDONTWRITEBYTECODE: '1' },
      // It stops when its input closes, which happens even if this process is killed.
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let log = '';
    server.stderr.on('data', (chunk) => { log += chunk; });
    const lines = createInterface(server.stdout);
    const url = await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve);
      server.once('error', reject);
      server.once('exit', (code) => reject(new Error(`the emulator exited with ${code}\n${log}`)));
    });
    return new Emulator(server, lines, url);
  }

  /** For the CDK CLI. */
  readonly environment: Record<string, string>;

  /** For clients of the AWS SDK. */
  readonly clientConfig: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };

  private constructor(private readonly server: ChildProcess, private readonly lines: Interface, url: string) {
    this.clientConfig = {
      endpoint: url,
      region: REGION,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    };
    this.environment = {
      AWS_ENDPOINT_URL: url,
      // The emulator understands the URL of an uploaded template only with this host name.
      AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION: url.replace('127.0.0.1', 'localhost'),
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_EC2_METADATA_DISABLED: 'true',
    };
  }

  /** Causes an event in the account that no API call can cause: see emulator/incidents.py. */
  async happen(incident: string, about: object): Promise<void> {
    const answer = new Promise<string>((resolve) => this.lines.once('line', resolve));
    this.server.stdin!.write(`${JSON.stringify({ incident, ...about })}\n`);
    const said = await answer;
    if (said !== 'done') throw new Error(`${incident} did not happen: ${said}`);
  }

  async stop(): Promise<void> {
    const exited = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.stdin!.end();
    await exited;
  }
}
