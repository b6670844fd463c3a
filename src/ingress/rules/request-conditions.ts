import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';

/**
 * Conditions of the requests for a service. All conditions must match; of several values, one must match.
 *
 * `*` stands for any characters and `?` for one, in host names, paths, headers and query strings. A listener compares
 * with 5 values for each service, and accepts 6 of these wildcards.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export interface RequestConditions {
  /**
   * The host names, in any case: `app.example.com`, `*.example.com`.
   *
   * @default - every host
   */
  readonly hostNames?: string[];

  /**
   * The paths, with capitals as they are: `/api/*`.
   *
   * @default - every path
   */
  readonly pathPatterns?: string[];

  /**
   * The values of headers, by the name of the header: `{ 'X-Version': ['2'] }`.
   *
   * @default - whatever the headers are
   */
  readonly headers?: { [name: string]: string[] };

  /**
   * The methods: `GET`.
   *
   * @default - every method
   */
  readonly methods?: string[];

  /**
   * The addresses that requests come from, as CIDR ranges. Behind a proxy that is the address of the proxy.
   *
   * @default - every address
   */
  readonly sourceIps?: string[];

  /**
   * Parameters of the query string, of which one has to be there.
   *
   * @default - whatever the query string is
   */
  readonly queryStrings?: elbv2.QueryStringCondition[];
}
