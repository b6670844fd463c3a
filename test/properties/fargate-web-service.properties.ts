import { BROKEN_FARGATE_CONTAINERS } from './support/breakages-containers';
import { BROKEN_FARGATE, BROKEN_FARGATE_NETWORK, BROKEN_NETWORK, BROKEN_SERVICE, BROKEN_TASK, BROKEN_WEB } from './support/breakages-services';
import { propertiesOf } from './support/properties-of';
import { fargateService } from './support/service-cases';
import { fargateWebService } from './support/subjects';
import { web } from './support/web-cases';

propertiesOf('FargateWebService', fargateWebService, web(fargateService), [
  ...BROKEN_FARGATE_CONTAINERS, ...BROKEN_TASK, ...BROKEN_FARGATE, ...BROKEN_FARGATE_NETWORK, ...BROKEN_NETWORK, ...BROKEN_SERVICE, ...BROKEN_WEB,
]);
