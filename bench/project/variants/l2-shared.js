// @ts-check
'use strict';

/** By hand on aws-ecs L2: one pair of roles, one log group and one security group for the services of a stack. */

const { ecsTasks, newLogGroup, newRole, newSecurityGroup, scalableWebService } = require('./l2-service');

/** @type {import('.').Variant['servicesOf']} */
const servicesOf = (platform) => {
  const principal = ecsTasks(platform.stack);
  const shared = {
    taskRole: newRole(platform, 'TaskRole', principal),
    executionRole: newRole(platform, 'ExecutionRole', principal),
    logGroup: newLogGroup(platform, 'LogGroup'),
    securityGroup: newSecurityGroup(platform, 'SecurityGroup'),
  };
  // Streams of a shared group begin with the path of the service.
  return (wish) => scalableWebService(platform, wish, { ...shared, streamPrefix: `${platform.stack.node.path}/${wish.name}` });
};

module.exports = { servicesOf };
