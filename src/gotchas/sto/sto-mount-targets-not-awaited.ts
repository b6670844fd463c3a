import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

export const stoMountTargetsNotAwaited = defineGotcha({
  id: 'sto-mount-targets-not-awaited',
  title: 'A service that may start before the mount targets of its file system',
  consequence: 'worth-knowing',
  symptom: 'The first tasks of a new stack stop with `Failed to resolve "fs-….efs.….amazonaws.com"`, and later ones run.',
  why: 'A mount target is made beside the service, and takes more than a minute: nothing in the task definition refers to it. Tasks that start earlier find no address of the file system, '
    + 'which the circuit breaker counts against the first deployment.',
  rule: 'A service with a circuit breaker depends on each `AWS::EFS::MountTarget` of its stack for a file system that its tasks mount.',
  fix: 'make the service depend on the mount targets, as service.node.addDependency(fileSystem.mountTargetsAvailable) does',
  docsUrl: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-mounttarget.html',
  levels: ['synth'],
  avoidedBy: '`EfsMount` makes the task definition wait for them.',
  subject: 'service',
  needs: ['unawaitedMountTargets', 'circuitBreaker'],
  // Without the circuit breaker ECS tries until the mount targets are there.
  check: ({ unawaitedMountTargets: targets, circuitBreaker }) => targets.length === 0 || !circuitBreaker || !known(circuitBreaker.enabled) ? [] : [{
    property: 'taskDefinition', detail: `mountTargets (${andOthers(targets)}) of the file system may be there after the first tasks start`,
  }],
});
