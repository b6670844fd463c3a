// @ts-check
'use strict';

/** By hand on aws-ecs L2: roles, log group and security group of its own for every service. */

const { ecsTasks, newLogGroup, newRole, newSecurityGroup, scalableWebService } = require('./l2-service');

/** @type {import('.').Variant['servicesOf']} */
const servicesOf = (platform) => {
  const principal = ecsTasks(platform.stack);
  return (wish) => scalableWebService(platform, wish, {
    taskRole: newRole(platform, `${wish.name}TaskRole`, principal),
    executionRole: newRole(platform, `${wish.name}ExecutionRole`, principal),
    logGroup: newLogGroup(platform, `${wish.name}LogGroup`),
    securityGroup: newSecurityGroup(platform, `${wish.name}SecurityGroup`),
  });
};

module.exports = { servicesOf };
