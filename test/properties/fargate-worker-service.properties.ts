import { BROKEN_FARGATE_CONTAINERS } from './support/breakages-containers';
import { BROKEN_FARGATE, BROKEN_FARGATE_NETWORK, BROKEN_NETWORK, BROKEN_SERVICE, BROKEN_TASK } from './support/breakages-services';
import { propertiesOf } from './support/properties-of';
import { fargateService } from './support/service-cases';
import { fargateWorkerService } from './support/subjects';

propertiesOf('FargateWorkerService', fargateWorkerService, fargateService, [
  ...BROKEN_FARGATE_CONTAINERS, ...BROKEN_TASK, ...BROKEN_FARGATE, ...BROKEN_FARGATE_NETWORK, ...BROKEN_NETWORK, ...BROKEN_SERVICE,
]);
