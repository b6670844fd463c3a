import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';

/**
 * A port of the load balancer for test traffic.
 */
export interface TestPortOptions {
  /**
   * Clients that may connect to the port.
   *
   * @default - only those added with `loadBalancer.connections`
   */
  readonly allowFrom?: ec2.IConnectable[];
}

/**
 * A header that marks test traffic.
 */
export interface TestHeaderOptions {
  /**
   * The place of the rule for test traffic among the listener's rules, 1 to 50000: before the rule for real traffic.
   *
   * @default - just before the rule for real traffic
   */
  readonly priority?: number;
}

/**
 * The requests that reach the new tasks of a deployment first, while all others still go to the old ones.
 *
 * Between deployments they reach the same tasks as all the others.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html
 *
 * @example
 * const deployment = Deployment.blueGreen({ testTraffic: TestTraffic.withHeader('X-Preview', ['green']) });
 */
export class TestTraffic {
  /**
   * Requests to another port of the service's own load balancer, which speaks what the main port speaks.
   *
   * Of a `NetworkIngress`, it is another port of its first listener; of several, the first one that is made has it.
   *
   * CodeDeploy knows test traffic by its port only.
   *
   * @param port the port for test traffic
   * @param options who may connect to it
   */
  public static onPort(port: number, options: TestPortOptions = {}): TestTraffic {
    return new TestTraffic({ port, ...options });
  }

  /**
   * Requests with a header, on the listener of the real traffic: `TestTraffic.withHeader('X-Preview', ['green'])`.
   *
   * Service Connect knows them too, on endpoints that speak HTTP, with one value and without wildcards. A Network Load Balancer reads
   * no headers.
   *
   * Every client that sends name and value reaches the new version. If that matters, both must be as hard to guess as a password.
   *
   * @param name the name of the header
   * @param values the values that mark a request as test traffic
   * @param options the place of the rule for test traffic
   */
  public static withHeader(name: string, values: string[], options: TestHeaderOptions = {}): TestTraffic {
    return new TestTraffic({ header: { name, values }, ...options });
  }

  /**
   * All that reaches another listener of the same load balancer, by a rule with this priority and the conditions of the real traffic.
   *
   * @param listener another listener of the load balancer
   * @param priority the place of the rule among the rules of that listener, 1 to 50000
   */
  public static onListener(listener: elbv2.IApplicationListener, priority: number): TestTraffic {
    return new TestTraffic({ listener, priority });
  }

  private constructor(/** @internal */ public readonly _config: TestTrafficConfig) {}
}

/**
 * Exactly one of port, header and listener.
 *
 * @internal
 */
export interface TestTrafficConfig {
  readonly port?: number;
  readonly allowFrom?: ec2.IConnectable[];
  readonly header?: { readonly name: string; readonly values: string[] };
  readonly listener?: elbv2.IApplicationListener;
  readonly priority?: number;
}
