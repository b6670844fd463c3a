import type { Service, TaskDefinition } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';

describe('examples/web-app', () => {
  const example = deployedExample('web-app', { imageTag: '1.4.2', desiredCount: 3 });
  let service: Service;
  let taskDefinition: TaskDefinition;

  beforeAll(async () => {
    service = await example().account.service();
    taskDefinition = await example().account.taskDefinitionOf(service);
  });

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ MyWebApp: 'CREATE_COMPLETE' });
  });

  describe('task definition', () => {
    test('runs on Fargate in the size that was asked for', () => {
      expect(taskDefinition).toMatchObject({
        requiresCompatibilities: ['FARGATE'],
        networkMode: 'awsvpc',
        cpu: '256',
        memory: '512',
      });
    });

    test('holds the application and its proxy, and nothing else', () => {
      expect(taskDefinition.containerDefinitions!.map(({ name }) => name).sort()).toEqual(['app', 'nginx']);
    });

    test('the application waits for a healthy proxy', () => {
      expect(container('app')).toMatchObject({
        image: expect.stringMatching(/\/my-web-app:1\.4\.2$/),
        essential: true,
        portMappings: [{ containerPort: 8080 }],
        dependsOn: [{ containerName: 'nginx', condition: 'HEALTHY' }],
      });
    });

    test('the application gets its secret by reference', () => {
      expect(container('app').secrets).toEqual([
        { name: 'DATABASE_URL', valueFrom: expect.stringContaining(':secret:my-web-app/database-url') },
      ]);
      expect(JSON.stringify(container('app').environment)).not.toContain('DATABASE_URL');
    });

    test('the proxy has its health check', () => {
      expect(container('nginx')).toMatchObject({
        image: 'public.ecr.aws/nginx/nginx:1.25',
        portMappings: [{ containerPort: 80 }],
        healthCheck: {
          command: ['CMD-SHELL', expect.stringContaining('http://localhost/')],
          interval: 10,
        },
      });
    });

    test.each(['app', 'nginx'])('%s logs to the log group with an explicit mode', (name) => {
      expect(container(name).logConfiguration).toMatchObject({
        logDriver: 'awslogs',
        options: {
          'awslogs-group': '/ecs/my-web-app',
          'awslogs-region': 'us-east-1',
          'awslogs-stream-prefix': expect.any(String),
          'mode': expect.stringMatching(/^(non-)?blocking$/),
        },
      });
    });
  });

  describe('roles', () => {
    test('the task may do what the bundle allows, and only that', async () => {
      const actions = (await example().account.statementsOf(taskDefinition.taskRoleArn!)).flatMap(({ Action }) => Action);
      expect(actions.sort()).toEqual(['dynamodb:GetItem', 's3:GetObject']);
    });

    test('the execution role reads the secret, pulls the image and writes the logs', async () => {
      const statements = await example().account.statementsOf(taskDefinition.executionRoleArn!);
      expect(statements.flatMap(({ Action }) => Action)).toEqual(expect.arrayContaining([
        'secretsmanager:GetSecretValue', 'ecr:BatchGetImage', 'logs:PutLogEvents',
      ]));
      expect(taskDefinition.executionRoleArn).not.toEqual(taskDefinition.taskRoleArn);
    });
  });

  describe('service', () => {
    test('reaches its desired count', () => {
      expect(service).toMatchObject({ status: 'ACTIVE', runningCount: service.desiredCount, pendingCount: 0 });
    });

    test('deploys with a circuit breaker and never below full strength', () => {
      expect(service.deploymentConfiguration).toMatchObject({
        deploymentCircuitBreaker: { enable: true, rollback: true },
        minimumHealthyPercent: 100,
        maximumPercent: 200,
      });
    });

    test('runs in private subnets behind its own security group', () => {
      expect(service.networkConfiguration!.awsvpcConfiguration).toMatchObject({
        assignPublicIp: 'DISABLED',
        subnets: [expect.stringMatching(/^subnet-/), expect.stringMatching(/^subnet-/)],
        securityGroups: [expect.stringMatching(/^sg-/)],
      });
    });

    test('propagates tags', () => {
      expect(service).toMatchObject({ propagateTags: 'SERVICE', enableECSManagedTags: true });
    });
  });

  describe('ingress', () => {
    test('the load balancer sends requests to the proxy, not to the application', () => {
      expect(service.loadBalancers).toEqual([expect.objectContaining({ containerName: 'nginx', containerPort: 80 })]);
    });

    test('the target group takes addresses of tasks and drains for 30 seconds', async () => {
      expect(await example().account.targetGroupOf(service)).toMatchObject({ TargetType: 'ip', Protocol: 'HTTP' });
      expect(await example().account.targetGroupAttributesOf(service)).toMatchObject({
        'deregistration_delay.timeout_seconds': '30',
      });
    });

    test('one listener answers HTTP on port 80', async () => {
      expect(await example().account.listeners()).toEqual([expect.objectContaining({ Port: 80, Protocol: 'HTTP' })]);
    });
  });

  test('scales on CPU between two and ten tasks', async () => {
    const { targets, policies } = await example().account.scalingOf(service);
    expect(targets).toEqual([expect.objectContaining({ MinCapacity: 2, MaxCapacity: 10 })]);
    expect(policies).toEqual([expect.objectContaining({
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingScalingPolicyConfiguration: expect.objectContaining({
        TargetValue: 70,
        PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
      }),
    })]);
  });

  test('is found as my-service.demo.local', async () => {
    const registrations = await example().account.registrationsOf(service);
    expect(registrations).toMatchObject([{
      namespace: { Name: 'demo.local', Type: 'DNS_PRIVATE' },
      registry: { Name: 'my-service' },
    }]);
  });

  test('the log group is kept for a limited time', async () => {
    expect(await example().account.logGroup('/ecs/my-web-app')).toMatchObject({ retentionInDays: expect.any(Number) });
  });

  describe('a new image', () => {
    beforeAll(async () => {
      await example().deploy({ imageTag: '2.0.0', desiredCount: 3 });
      service = await example().account.service();
      taskDefinition = await example().account.taskDefinitionOf(service);
    });

    test('arrives in the service as a new revision', () => {
      expect(container('app').image).toMatch(/:2\.0\.0$/);
      expect(taskDefinition.revision).toBe(2);
      expect(service.deployments).toMatchObject([{ status: 'PRIMARY', taskDefinition: taskDefinition.taskDefinitionArn }]);
    });

    test('leaves no other revision active', async () => {
      expect(await example().account.taskDefinitions()).toHaveLength(1);
    });
  });

  test('destroys without leftovers', async () => {
    expect(await example().destroy()).toEqual([]);
  });

  function container(name: string) {
    return taskDefinition.containerDefinitions!.find((definition) => definition.name === name)!;
  }
});
