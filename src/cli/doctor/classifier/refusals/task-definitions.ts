import type { Refusal } from './refusal';

/** Refusals of a task definition. */
export const TASK_DEFINITIONS: readonly Refusal[] = [
  { when: /max allowed length is '65536'/i, id: 'td-limits', fix: 'make the task definition shorter, which has at most 64 KiB: move long environment variables and commands into files, secrets or the image' },
  { when: /task ?definition (?:can ?not|must not|should not) be (?:blank|null|empty)|family (?:can ?not|must not|should not) be (?:blank|null|empty)/i, id: 'td-inactive-or-unpinned-revision', fix: 'name the task definition in the service: a variable or reference for it was empty' },
  { when: /(?:family|name) contains invalid characters|invalid characters? in (?:the )?(?:family|name)/i, fix: 'use letters, digits, - and _ alone in the name' },
  // Images and roles.
  { when: /image (?:should|must|can ?not) (?:not )?be (?:null|empty|blank)/i, id: 'td-image-reference-form', fix: 'set the image of each container: a variable or reference for it was empty' },
  { when: /(?:have|requires?) (?:an )?execution ?role|executionRoleArn/i, id: 'td-execution-role-missing' },
  // Sizes.
  { when: /no fargate configuration exists/i, id: 'td-fargate-size-pair' },
  { when: /invalid '(?:cpu|memory)' setting for task|(?:cpu|memory)'? (?:to )?be (?:defined|specified|set) at the task level/i, id: 'td-fargate-size-pair', fix: 'set cpu and memory of the task to a pair that Fargate sells' },
  { when: /'memory' or 'memoryReservation'/i, id: 'td-ec2-no-memory' },
  { when: /container stop ?timeout|container start ?timeout|stopTimeout|startTimeout/i, id: 'td-stop-timeout-range' },
  // Ports and network modes.
  { when: /host ?ports? and container ?ports?|host ?port .*must match/i, id: 'td-hostport-mismatch' },
  // Logs.
  { when: /FirelensConfiguration config file from 's3'/i, id: 'log-firelens-options', fix: 'set config-file-type to file, with the file in the image: on Fargate, or copy it from S3 with the init image of AWS for Fluent Bit' },
  { when: /configured with the awsfirelens log driver|firelensConfiguration/i, id: 'log-firelens-router', fix: 'set the log driver awsfirelens for one container at least, or remove the log router' },
  // Containers.
  { when: /proxy container .*does not exist/i, fix: 'name a container of the task definition in proxyConfiguration, or remove that' },
  { when: /constraint\.expression/i, id: 'ec2-placement-expression', fix: 'correct the expression of the placement constraint, as in attribute:ecs.instance-type == m5.large' },
  { when: /task definition (?:identifier )?.*(?:does not exist|invalid)|TaskDefinition not found|unable to describe task definition|invalid revision number/i, id: 'td-inactive-or-unpinned-revision', fix: 'register the task definition again, and deploy that revision' },
];
