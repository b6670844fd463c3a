import { noRegion } from './cannot-look';
import type { ClientModule, ClientName, SdkClient } from './clients';
import { EmptyAnswer } from './errors';

export interface SessionOptions {
  /** @default - the region of the profile or the environment */
  readonly region?: string;
  /** @default - the profile of the environment */
  readonly profile?: string;
  /** Request handler of the SDK. @default - the SDK's, over HTTPS, or to `AWS_ENDPOINT_URL` */
  readonly requestHandler?: object;
}

/** The SDK's clients for one region and one set of credentials, each made when it is first used. */
export class Session {
  private readonly clients = new Map<ClientName, SdkClient>();
  private found?: Promise<string>;

  public constructor(private readonly options: SessionOptions) {
    // The CLI has its own word on the versions of node that it runs on.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  }

  public region(): Promise<string> {
    this.found ??= this.findRegion();
    return this.found;
  }

  public async client(name: ClientName): Promise<SdkClient> {
    const region = await this.region();
    return this.clientFor(name, region);
  }

  public command(client: ClientName, operation: string, input: object): object {
    return new (loadClient(client)[`${operation}Command`])(input);
  }

  public close(): void {
    for (const client of this.clients.values()) client.destroy();
    this.clients.clear();
  }

  private async findRegion(): Promise<string> {
    try {
      return await this.clientFor('ECS', this.options.region).config.region();
    } catch {
      throw noRegion();
    }
  }

  private clientFor(name: ClientName, region: string | undefined): SdkClient {
    let client = this.clients.get(name);
    if (!client) {
      const { profile, requestHandler } = this.options;
      const first = this.clients.values().next().value;
      client = new (loadClient(name).Client)({
        ...region !== undefined && { region },
        ...profile !== undefined && { profile },
        ...requestHandler !== undefined && { requestHandler },
        // Credentials are looked up once, not once for each client.
        ...first && { credentials: first.config.credentials },
        // Attempts are counted where the rate is known.
        maxAttempts: 1,
        streamCollector: wholeBody,
      });
      // It goes through each whole answer for what a log must not show, whether there is a log or not.
      client.middlewareStack.remove('loggerMiddleware');
      this.clients.set(name, client);
    }
    return client;
  }
}

/** All clients are one file of the bundle, since they share most of what they are made of; each starts when it is asked for. */
function loadClient(name: ClientName): ClientModule {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- nothing of the SDK is read before AWS is called
  return (require('./clients') as typeof import('./clients')).loadClient(name);
}

/** The bytes of an answer. The SDK reads an empty one as an answer without members: as nothing found. */
async function wholeBody(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (bytes.length === 0) throw new EmptyAnswer();
  return bytes;
}
