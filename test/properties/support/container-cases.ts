import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { options, port, seconds, variableName, word } from './scalars';
import type { ContainerDependency, ContainerOptions } from '../../../src';

const { START, HEALTHY, COMPLETE, SUCCESS } = ecs.ContainerDependencyCondition;

/** Start and stop timeouts of containers, by their capacity. */
export interface Timeouts {
  readonly min: number;
  readonly max: number;
}

/** An image, by where it comes from. */
export type ImageCase = { readonly kind: 'registry' | 'repository' | 'address'; readonly tag: string };

/** A secret: a whole one, one field of it, or a parameter. */
export type SecretCase = { readonly kind: 'secret' | 'field' | 'parameter'; readonly key: string };

/** A container in plain data. */
export interface ContainerCase extends Omit<ContainerOptions, 'image' | 'secrets' | 'dependsOn' | 'logDriver'> {
  readonly containerName: string;
  readonly image: ImageCase;
  readonly secrets?: { readonly [name: string]: SecretCase };
  readonly dependsOn?: ContainerDependency[];
  readonly essential?: boolean;
  readonly containerPorts: number[];
}

const image: fc.Arbitrary<ImageCase> = fc.record({
  kind: fc.constantFrom('registry', 'repository', 'address'),
  tag: fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,9}$/),
});

const secret: fc.Arbitrary<SecretCase> = fc.record({ kind: fc.constantFrom('secret', 'field', 'parameter'), key: fc.stringMatching(/^[a-z]{1,8}$/) });

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html; one check ends before the next, at 30 s by default. */
const healthCheck: fc.Arbitrary<ecs.HealthCheck> = fc.integer({ min: 5, max: 300 }).chain((interval) => fc.record({
  command: fc.oneof(
    fc.tuple(fc.constant('CMD-SHELL'), word.map((path) => `curl -f localhost/${path} || exit 1`)),
    fc.tuple(fc.constant('CMD'), word, word),
    word.map((program) => [program]),
  ),
  interval: seconds(interval, interval),
  timeout: seconds(2, Math.min(60, interval, 30)),
  retries: fc.integer({ min: 1, max: 10 }),
  startPeriod: seconds(0, 300),
}, { requiredKeys: ['command'] }));

/** A variable has a plain value or a secret one, never both. */
const variables = fc.uniqueArray(variableName, { maxLength: 5 }).chain((names) => fc.nat(names.length).chain((plain) => fc.record({
  environment: object(names.slice(0, plain), fc.oneof(word, fc.constant(''))),
  secrets: object(names.slice(plain), secret),
})));

interface Behaviour {
  healthCheck: ecs.HealthCheck;
  command: string[];
  entryPoint: string[];
  startTimeout: Duration;
  stopTimeout: Duration;
  initProcess: boolean;
  user: string;
  workingDirectory: string;
  readonlyRootFilesystem: boolean;
}

function behaviour({ min, max }: Timeouts): fc.Arbitrary<Partial<Behaviour>> {
  return options<Behaviour>({
    healthCheck,
    command: fc.array(word, { minLength: 1, maxLength: 3 }),
    entryPoint: fc.array(word, { minLength: 1, maxLength: 3 }),
    startTimeout: seconds(min, max),
    stopTimeout: seconds(min, max),
    initProcess: fc.boolean(),
    user: fc.constantFrom('1000', '1000:1000', 'nobody'),
    workingDirectory: fc.constantFrom('/', '/srv/app'),
    readonlyRootFilesystem: fc.boolean(),
  });
}

/** The containers of a task, the main one first: names and ports are its own, dependencies go round in no circle. */
export function containers(names: fc.Arbitrary<string>, timeouts: Timeouts): fc.Arbitrary<ContainerCase[]> {
  return fc.uniqueArray(names, { minLength: 1, maxLength: 3 }).chain((unique) => fc.tuple(
    fc.tuple(...unique.map((containerName, index) => fc.record({
      containerName: fc.constant(containerName),
      image,
      variables,
      behaviour: behaviour(timeouts),
      essential: index === 0 ? fc.constant(undefined) : fc.option(fc.boolean(), { nil: undefined }),
    }))),
    fc.uniqueArray(port, { maxLength: 2 * unique.length }),
  )).chain(([made, ports]) => {
    const all: ContainerCase[] = made.map(({ variables: { environment, secrets }, behaviour: rest, ...fixed }, index) => ({
      ...fixed, ...rest, environment, secrets, containerPorts: ports.filter((_, number) => number % made.length === index),
    }));
    return withDependencies(all);
  });
}

/** Each container may wait for those before it in some order, each for what the other one can reach. */
function withDependencies(all: readonly ContainerCase[]): fc.Arbitrary<ContainerCase[]> {
  return fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length }).chain((order) => fc.tuple(...all.map((container) => {
    const earlier = order.slice(0, order.indexOf(container));
    return fc.subarray(earlier).chain((targets) => fc.tuple(...targets.map((target) => dependencyOn(target))))
      .map((dependsOn): ContainerCase => (dependsOn.length > 0 ? { ...container, dependsOn } : container));
  })));
}

function dependencyOn({ containerName, healthCheck: check, essential }: ContainerCase): fc.Arbitrary<ContainerDependency> {
  const ends = essential === false ? [COMPLETE, SUCCESS] : [];
  return fc.record({ containerName: fc.constant(containerName), condition: fc.constantFrom(START, ...(check ? [HEALTHY] : []), ...ends) });
}

function object<T>(names: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<{ [name: string]: T }> {
  return fc.tuple(...names.map(() => value)).map((values) => Object.fromEntries(names.map((name, index) => [name, values[index]])));
}
