// @ts-check
'use strict';

/** With this library: one pair of roles, one log group and one security group for the services of a stack. */

const ec2 = require('aws-cdk-lib/aws-ec2');
const logs = require('aws-cdk-lib/aws-logs');
const { RemovalPolicy } = require('aws-cdk-lib/core');
const { TaskRoleBundle } = require('cdk-ecs-guardrails');
const { scalableWebService } = require('./guardrails-service');

/** @type {import('.').Variant['servicesOf']} */
const servicesOf = (platform) => {
  const { stack, vpc } = platform;
  const taskRoles = new TaskRoleBundle(stack, 'Roles');
  const logGroup = new logs.LogGroup(stack, 'LogGroup', { retention: logs.RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.RETAIN });
  const securityGroups = [new ec2.SecurityGroup(stack, 'SecurityGroup', { vpc })];
  return (wish) => scalableWebService(platform, wish, { taskRoles, logging: { logGroup }, securityGroups });
};

module.exports = { servicesOf };
