import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as rds from 'aws-cdk-lib/aws-rds';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, taskDefinition, cluster }) => {
  const database = new rds.DatabaseInstance(stack, 'Database', {
    vpc, engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 }),
  });
  taskDefinition.defaultContainer!.addEnvironment('PGHOST', database.dbInstanceEndpointAddress);
  new ecs.FargateService(stack, 'Shop', { cluster, taskDefinition });
};

export const plain: Fix = ({ stack, vpc, taskDefinition, cluster }) => {
  const database = new rds.DatabaseInstance(stack, 'Database', {
    vpc, engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 }),
  });
  taskDefinition.defaultContainer!.addEnvironment('PGHOST', database.dbInstanceEndpointAddress);
  const shop = new ecs.FargateService(stack, 'Shop', { cluster, taskDefinition });
  database.connections.allowDefaultPortFrom(shop);
};

export const guarded: Fix = ({ stack, vpc, cluster, image }) => {
  const database = new rds.DatabaseInstance(stack, 'Database', {
    vpc, engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 }),
  });
  const environment = { PGHOST: database.dbInstanceEndpointAddress };
  const shop = new FargateWorkerService(stack, 'Shop', { cluster, image, environment });
  database.connections.allowDefaultPortFrom(shop);
};
