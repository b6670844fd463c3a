/* eslint-disable @typescript-eslint/no-require-imports -- the server is plain JavaScript, which the benchmark runs too */
import { Readable } from 'node:stream';
import { HttpResponse, type HttpRequest } from '@smithy/protocol-http';
import type { AwsOptions } from '../../../src/cli/collect/aws';

interface Request {
  readonly service: string;
  readonly action: string;
  readonly input: any;
  answer(output: object): Answer;
  refuse(error: Error): Answer;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const { answer } = require('../../support/aws-server/aws') as {
  answer(account: object, request: { headers: object; body: string }, instead: (request: Request) => Answer | undefined): Answer;
};
const { AwsError } = require('../../support/aws-server/aws-error') as { AwsError: new (code: string, message: string, status?: number) => Error };
export const { makeAccount } = require('../../support/aws-server/account') as { makeAccount(size: number, clusterName?: string): any };

/** Fault of one call in place of an answer; `undefined`: none. */
type Mishap = (request: Request, count: number) => Answer | Error | 'hang' | undefined;

/** An account behind the SDK's transport: requests and answers have the form that they have on the wire. */
export class FakeAws {
  /** Actions in the order that they came, refused ones too. */
  readonly calls: string[] = [];
  readonly inputs: Record<string, any[]> = {};
  /** Hosts of the requests, and the access keys that signed them. */
  readonly hosts: string[] = [];
  readonly keys: string[] = [];
  /** Milliseconds that the clock was asked to sleep. */
  slept = 0;
  private readonly mishaps = new Map<string, Mishap>();
  private now = 0;

  constructor(readonly account: any) {}

  /** Lets something happen to an action; `*` is every action. */
  on(action: string, mishap: Mishap): this {
    this.mishaps.set(action, mishap);
    return this;
  }

  refuse(action: string, code: string, message = `${code} it is`, status = 400): this {
    return this.on(action, () => new AwsError(code, message, status));
  }

  count(action: string): number {
    return this.calls.filter((call) => call === action).length;
  }

  /** Options that put this account in the place of AWS, and time that passes at once. */
  get options(): AwsOptions {
    return {
      region: 'eu-west-1',
      requestHandler: this,
      random: () => 1,
      attemptMs: 200,
      clock: {
        now: () => this.now,
        sleep: async (milliseconds, signal) => {
          signal.throwIfAborted();
          this.slept += milliseconds;
          this.now += milliseconds;
        },
      },
    };
  }

  async handle(sent: HttpRequest, { abortSignal }: { readonly abortSignal: AbortSignal }): Promise<{ response: HttpResponse }> {
    abortSignal.throwIfAborted();
    this.hosts.push(sent.hostname);
    this.keys.push(/Credential=([^/]+)/.exec(sent.headers.authorization)![1]);
    let hangs = false;
    const answered = answer(this.account, onTheWire(sent), (request) => {
      this.calls.push(request.action);
      (this.inputs[request.action] ??= []).push(request.input);
      const mishap = this.mishaps.get(request.action) ?? this.mishaps.get('*');
      const outcome = mishap?.(request, this.count(request.action));
      if (outcome === 'hang') hangs = true;
      else if (outcome instanceof AwsError) return request.refuse(outcome);
      else if (outcome instanceof Error) throw outcome;
      else return outcome;
      return undefined;
    });
    if (hangs) return new Promise(() => undefined);
    const body = Readable.from(answered.body === '' ? [] : [Buffer.from(answered.body)]);
    return { response: new HttpResponse({ statusCode: answered.status, headers: answered.headers, body }) };
  }

  destroy(): void {
    // Nothing is open.
  }
}

/** Requests of EFS and EventBridge Scheduler are paths. */
function onTheWire({ headers, body, path, query }: HttpRequest): { headers: object; body: string } {
  if (path.includes('/mount-targets')) return { headers: { 'x-amz-target': 'efs.DescribeMountTargets' }, body: JSON.stringify(query) };
  const [, list, name] = /^\/(schedules)(?:\/(.+))?$/.exec(path) ?? [];
  if (list) return { headers: { 'x-amz-target': `scheduler.${name ? 'GetSchedule' : 'ListSchedules'}` }, body: JSON.stringify({ ...query, Name: name }) };
  return { headers, body: body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString() : String(body) };
}

/** Made-up credentials, and nothing of the machine that the tests run on. */
export function withoutMachine(): void {
  const before = process.env;
  const set = () => {
    const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !name.startsWith('AWS_')));
    process.env = {
      ...kept,
      AWS_ACCESS_KEY_ID: 'AKID',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    };
  };
  beforeAll(set);
  beforeEach(set);
  afterAll(() => { process.env = before; });
}
