import { Token } from 'aws-cdk-lib/core';
import type { TestTrafficConfig } from './test-traffic';
import { checkText, checkWholeNumber } from '../checks/arguments';
import { dplCodedeployControllerRules } from '../gotchas/dpl/dpl-codedeploy-controller-rules';
import { refuse } from '../gotchas/enforce';

const RULES = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html';
const PROPERTY = 'deployment.testTraffic';

/** Throws for test traffic that no listener can distinguish. */
export function checkTestTraffic(at: string, { port, header, priority }: TestTrafficConfig, isCodeDeploy: boolean): void {
  checkWholeNumber(at, `${PROPERTY} (port)`, port, { min: 1, max: 65535 });
  checkWholeNumber(at, `${PROPERTY} (priority)`, priority, { min: 1, max: 50000, docs: RULES });
  if (!header) return;
  if (isCodeDeploy) {
    refuse({
      headline: `${PROPERTY} is marked by a header, CodeDeploy recognizes it by its listener only`,
      gotcha: dplCodedeployControllerRules,
      at,
      property: PROPERTY,
      why: 'CodeDeploy sends test traffic to the test listener of the load balancer. It has no rule for a header.',
      fix: 'use TestTraffic.onPort, or Deployment.blueGreen',
      docs: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-groups-create-load-balancer-for-ecs.html',
    });
  }
  checkText(at, `${PROPERTY} (header name)`, header.name, /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,40}$/, 'have 1 to 40 characters of a header name', RULES);
  if (header.values.length === 0) {
    refuse({ headline: `${PROPERTY} has no value for the header`, at, property: PROPERTY, fix: "name one: TestTraffic.withHeader('X-Preview', ['green'])", docs: RULES });
  }
  for (const value of header.values.filter((one) => !Token.isUnresolved(one))) {
    checkText(at, `${PROPERTY} (header value)`, value, /^[\x20-\x7e]{1,128}$/, 'have 1 to 128 printable characters', RULES);
  }
}
