import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import type { ContainerCase } from './container-cases';
import type { Breakage } from './refuses';
import { inSeconds, notAnEcsName, notAPort, notSeconds, notWithin } from './scalars';
import type { TaskCase } from './task-cases';

const { START, HEALTHY, COMPLETE, SUCCESS } = ecs.ContainerDependencyCondition;
const CHECK: ecs.HealthCheck = { command: ['CMD-SHELL', 'true'] };
const PLAIN: ContainerCase = {
  containerName: 'helper', image: { kind: 'registry', tag: '1' }, containerPorts: [], memoryReservationMiB: 6,
};

/** Sets one property of the main container to one of the values. The message names the property, with the container, and the value. */
function inMain(property: keyof ContainerCase & string, values: fc.Arbitrary<unknown>): Breakage<TaskCase> {
  return (valid) => values.map((value) => ({
    rule: `${property} out of range`,
    one: withMain(valid, { [property]: value }),
    says: [property, value instanceof Duration ? inSeconds(value) : String(value)],
  }));
}

function inHealthCheck(property: keyof ecs.HealthCheck, values: fc.Arbitrary<unknown>): Breakage<TaskCase> {
  return (valid) => values.map((value) => ({
    rule: `${property} of the health check out of range`,
    // Whatever the start takes, it isn't the grace period that is wrong.
    one: { ...withMain(valid, { healthCheck: { ...CHECK, [property]: value } }), healthCheckGracePeriod: undefined },
    says: [`healthCheck.${property}`, value instanceof Duration ? inSeconds(value) : String(value)],
  }));
}

/** A fixed change, with the words for it. */
function always(rule: string, one: <C extends TaskCase>(valid: C) => C, says: (valid: TaskCase) => readonly string[]): Breakage<TaskCase> {
  return (valid) => fc.constant({ rule, one: one(valid), says: says(valid) });
}

const mainName = ({ containers: [main] }: TaskCase) => main.containerName;

const names: readonly Breakage<TaskCase>[] = [
  inMain('containerName', notAnEcsName),
  always('two containers of the same name', (valid) => withSidecars(valid, { ...PLAIN, containerName: mainName(valid) }),
    (valid) => ['containerName', mainName(valid)]),
  always('more than ten containers', (valid) => withSidecars(valid, ...Array.from({ length: 10 }, (_, index) => ({ ...PLAIN, containerName: `c${index}` }))),
    () => ['containers', '11']),
];

const dependencies: readonly Breakage<TaskCase>[] = [
  always('waits for a container that is not there', (valid) => waiting(valid, 'nobody', START), () => ['dependsOn', 'nobody']),
  always('waits for itself', (valid) => waiting(valid, mainName(valid), START), (valid) => ['dependsOn', mainName(valid)]),
  always('two containers wait for each other', (valid) => withSidecars(waiting(valid, PLAIN.containerName, START), {
    ...PLAIN, dependsOn: [{ containerName: mainName(valid), condition: START }],
  }), (valid) => ['dependsOn', mainName(valid), PLAIN.containerName]),
  always('waits for the health of a container without check', (valid) => withSidecars(waiting(valid, PLAIN.containerName, HEALTHY), PLAIN),
    () => ['dependsOn', 'HEALTHY', PLAIN.containerName]),
  ...[COMPLETE, SUCCESS].map((condition) => always('waits for the end of an essential container',
    (valid) => withSidecars(waiting(valid, PLAIN.containerName, condition), PLAIN), () => ['dependsOn', condition, PLAIN.containerName])),
];

const variables: readonly Breakage<TaskCase>[] = [
  always('a variable is plain and secret', (valid) => withMain(valid, { environment: { KEY: 'x' }, secrets: { KEY: { kind: 'secret', key: 'key' } } }),
    () => ['secrets', 'environment', 'KEY']),
  ...['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'].map((name) => always('a credential by its name',
    (valid) => withMain(valid, { environment: { [name]: 'x' }, secrets: undefined }), () => ['environment', name])),
  ...['postgres://me:pw@db/shop', 'AKIAIOSFODNN7EXAMPLE', '-----BEGIN PRIVATE KEY-----'].map((credential) => always('a credential by its value',
    (valid) => withMain(valid, { environment: { DB: credential }, secrets: undefined }), () => ['environment', 'DB'])),
];

const numbers: readonly Breakage<TaskCase>[] = [
  (valid) => notAPort.map((bad) => ({ rule: 'no port', one: withMain(valid, { containerPorts: [bad] }), says: ['containerPort', String(bad)] })),
  inMain('cpu', fc.constantFrom(-1, 1.5, NaN)),
  inMain('memoryLimitMiB', fc.constantFrom(0, 5, -512, 512.5)),
  inMain('memoryReservationMiB', fc.constantFrom(0, 5, -512, 512.5)),
  inHealthCheck('interval', notSeconds(5, 300)),
  inHealthCheck('timeout', notSeconds(2, 60)),
  inHealthCheck('retries', notWithin(1, 10)),
  inHealthCheck('startPeriod', notSeconds(0, 300)),
  always('a check that takes longer than the next one', (valid) => withMain(valid, {
    healthCheck: { ...CHECK, interval: Duration.seconds(20), timeout: Duration.seconds(21) },
  }), () => ['healthCheck.timeout', '20', '21']),
  always('a check of nothing', (valid) => withMain(valid, { healthCheck: { command: [] } }), () => ['healthCheck.command']),
  always('reserves more than its limit', (valid) => withMain(valid, { memoryReservationMiB: 300, memoryLimitMiB: 200 }),
    () => ['memoryReservationMiB', '300', '200']),
];

/** Rules for the containers of every task. */
export const BROKEN_CONTAINERS: readonly Breakage<TaskCase>[] = [...names, ...dependencies, ...variables, ...numbers];

/** Breakages of containers, with those of Fargate only. */
export const BROKEN_FARGATE_CONTAINERS: readonly Breakage<TaskCase>[] = [
  ...BROKEN_CONTAINERS,
  inMain('startTimeout', notSeconds(2, 120)),
  inMain('stopTimeout', notSeconds(2, 120)),
  always('two containers on one port', (valid) => withSidecars(withMain(valid, { containerPorts: [4242] }), { ...PLAIN, containerPorts: [4242] }),
    () => ['containerPort', '4242', PLAIN.containerName]),
  always('a limit beyond the task', (valid) => withMain(valid, { memoryLimitMiB: 250_000 }), () => ['memoryLimitMiB', '250000']),
  always('reservations beyond the task', (valid) => withMain(withSidecars(valid), { memoryReservationMiB: 250_000, memoryLimitMiB: undefined }),
    () => ['memoryReservationMiB', '250000']),
  always('cpu beyond the task', (valid) => withSidecars(withMain(valid, { cpu: 32_768 }), { ...PLAIN, cpu: 1 }), () => ['cpu', '32769']),
];

/** Breakages of containers, with those of EC2 only. */
export const BROKEN_EC2_CONTAINERS: readonly Breakage<TaskCase>[] = [
  ...BROKEN_CONTAINERS,
  inMain('startTimeout', fc.constantFrom(Duration.millis(1500))),
  inMain('stopTimeout', fc.constantFrom(Duration.millis(1500))),
  always('no memory', (valid) => withMain(valid, { memoryReservationMiB: undefined, memoryLimitMiB: undefined }),
    (valid) => ['memoryReservationMiB', mainName(valid)]),
];

/** Traffic, if any comes, goes to the main container: its other targets may be gone. */
const TO_MAIN = { targetContainerName: undefined, nth: undefined, containerPort: 4243 };

export function withMain<C extends TaskCase>(valid: C, change: Partial<ContainerCase>): C {
  const [main, ...sidecars] = valid.containers;
  return { ...valid, ...TO_MAIN, containers: [{ ...main, ...change }, ...sidecars] };
}

/** Only these sidecars; the main container waits for none that is gone. */
export function withSidecars<C extends TaskCase>(valid: C, ...sidecars: ContainerCase[]): C {
  const [main] = valid.containers;
  const left = sidecars.map(({ containerName }) => containerName);
  const dependsOn = main.dependsOn?.filter(({ containerName }) => left.includes(containerName));
  return { ...valid, ...TO_MAIN, containers: [{ ...main, dependsOn }, ...sidecars] };
}

function waiting<C extends TaskCase>(valid: C, containerName: string, condition: ecs.ContainerDependencyCondition): C {
  return withMain(valid, { dependsOn: [{ containerName, condition }] });
}
