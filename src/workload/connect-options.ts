/**
 * How a service calls another one.
 */
export interface ConnectOptions {
  /**
   * The environment variable of the main container that holds the URL.
   *
   * @default - the name of the endpoint in capitals, and `_URL`: `ORDER_API_URL` for `order-api`. A load balancer is named by
   * the id of the service behind it, or of its AdditionalTarget.
   */
  readonly environmentVariable?: string;

  /**
   * The name of the endpoint to call, as its discovery says it.
   *
   * @default - the only one of the other service
   */
  readonly endpoint?: string;

  /**
   * What the URL begins with: `redis` for `redis://cache:6379`.
   *
   * @default - `http`, `https` behind a load balancer that speaks it, `tcp` for a Service Connect endpoint without HTTP
   */
  readonly scheme?: string;
}

/**
 * Where a service is called.
 */
export interface ServiceEndpoint {
  /**
   * The name that callers resolve.
   */
  readonly hostName: string;

  /**
   * The port that callers connect to.
   */
  readonly port: number;

  /**
   * Both as a URL, without a path.
   */
  readonly url: string;
}
