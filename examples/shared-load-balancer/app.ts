import { App } from 'aws-cdk-lib/core';
import { EcsGuardrails } from 'cdk-ecs-guardrails';
import { PlatformStack } from './platform-stack';
import { ServiceStack } from './service-stack';

const app = new App();
const imageTag = app.node.tryGetContext('imageTag') ?? '1.27';
const { cluster, listener } = new PlatformStack(app, 'Platform');
new ServiceStack(app, 'Orders', { cluster, listener, priority: 10, pathPatterns: ['/orders', '/orders/*'], imageTag });
new ServiceStack(app, 'Invoices', { cluster, listener, priority: 20, pathPatterns: ['/invoices', '/invoices/*'], imageTag });
EcsGuardrails.applyTo(app);
