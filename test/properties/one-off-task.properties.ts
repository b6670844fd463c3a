import { BROKEN_FARGATE_CONTAINERS } from './support/breakages-containers';
import { BROKEN_FARGATE, BROKEN_NETWORK, BROKEN_TASK } from './support/breakages-services';
import { propertiesOf } from './support/properties-of';
import { oneOffTask } from './support/subjects';
import { fargateTask } from './support/task-cases';

propertiesOf('OneOffTask', oneOffTask, fargateTask, [...BROKEN_FARGATE_CONTAINERS, ...BROKEN_TASK, ...BROKEN_FARGATE, ...BROKEN_NETWORK]);
