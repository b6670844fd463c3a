/**
 * Options of a connection from one service to another.
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
   * The name of the endpoint to call, as its discovery sets it.
   *
   * @default - the only one of the other service
   */
  readonly endpoint?: string;

  /**
   * Scheme of the URL: `redis` for `redis://cache:6379`.
   *
   * @default - `http`, `https` behind a load balancer that speaks it, `tcp` for a Service Connect endpoint without HTTP
   */
  readonly scheme?: string;
}

/**
 * Address of a service.
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
