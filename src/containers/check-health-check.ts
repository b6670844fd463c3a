import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import { factOf, secondsOf } from '../checks/fact-of';
import { checkWholeNumber, checkWholeSeconds } from '../checks/arguments';
import { healthCheckFacts, type HealthCheckFacts } from '../facts/container';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html';
const TIMES = ['interval', 'timeout', 'startPeriod'] as const;

/** Throws for what the CDK would refuse in its own words, when part of the construct exists. */
export function checkHealthCheck(at: string, of: (property: string) => string, healthCheck: ecs.HealthCheck): void {
  if (!('command' in healthCheck) || !healthCheck.command) refuseNoCommand(at, of, healthCheck);
  const { command, interval, timeout, retries } = healthCheck;
  for (const property of TIMES) checkWholeSeconds(at, of(`healthCheck.${property}`), healthCheck[property]);
  // A guard has the range, which 1.5 is within.
  if (!Number.isInteger(retries)) checkWholeNumber(at, of('healthCheck.retries'), retries, { min: 1, max: 10, docs: DOCS });
  if (Token.isUnresolved(command)) {
    refuse({
      headline: `${of('healthCheck.command')} is a list that only the deployment knows, and the first word has to be known at synthesis`,
      at,
      property: of('healthCheck.command'),
      fix: "write the list, with tokens in it if need be: ['CMD-SHELL', token]",
      docs: DOCS,
    });
  }
  if (command.length === 0) {
    refuse({
      headline: `${of('healthCheck.command')} is empty`,
      at,
      property: of('healthCheck.command'),
      fix: "name the command that checks the container: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1']",
      docs: DOCS,
    });
  }
  if (!interval || !timeout || interval.isUnresolved() || timeout.isUnresolved() || timeout.toSeconds() <= interval.toSeconds()) return;
  refuse({
    headline: `${of('healthCheck.timeout')} is ${timeout.toSeconds()} seconds, more than the interval of ${interval.toSeconds()} seconds`,
    at,
    property: of('healthCheck.timeout'),
    fix: 'shorten healthCheck.timeout or lengthen healthCheck.interval',
    docs: DOCS,
  });
}

/** The target of a load balancer has a health check of its own, which the CDK calls the same. */
function refuseNoCommand(at: string, of: (property: string) => string, healthCheck: object): never {
  const ofTarget = ['path', 'healthyHttpCodes', 'port', 'protocol', 'healthyThresholdCount', 'unhealthyThresholdCount'].find((name) => name in healthCheck);
  return refuse({
    headline: ofTarget === undefined
      ? `${of('healthCheck.command')} is left out, it is required`
      : `${of('healthCheck')} has ${ofTarget} and no command, it must be the health check of a container`,
    at,
    property: of('healthCheck.command'),
    fix: ofTarget === undefined
      ? "name the command that checks the container: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1']"
      : `pass { ${ofTarget} } as targetHealthCheck, which the load balancer checks, or name the command that checks the container`,
    docs: DOCS,
  });
}

/** Facts of a health check, whose range the guards hold. */
export function factsOfHealthCheck({ command, interval, timeout, retries, startPeriod }: ecs.HealthCheck): HealthCheckFacts {
  return healthCheckFacts({
    command: asRendered(command).map((word) => factOf(word)),
    intervalSeconds: secondsOf(interval),
    timeoutSeconds: secondsOf(timeout),
    retries: factOf(retries),
    startPeriodSeconds: secondsOf(startPeriod),
  });
}

/** The command as the CDK renders it: one word is a line for the shell, and several are a program with its arguments. */
function asRendered(command: readonly string[]): readonly string[] {
  if (command.length === 1) return ['CMD-SHELL', ...command];
  return ['CMD', 'CMD-SHELL'].includes(command[0]) ? command : ['CMD', ...command];
}
