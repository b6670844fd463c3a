import { BROKEN_EC2_CONTAINERS } from './support/breakages-containers';
import { BROKEN_SERVICE, BROKEN_TASK, BROKEN_WEB } from './support/breakages-services';
import { propertiesOf } from './support/properties-of';
import { ec2Service } from './support/service-cases';
import { ec2WebService } from './support/subjects';
import { web } from './support/web-cases';

propertiesOf('Ec2WebService', ec2WebService, web(ec2Service), [
  ...BROKEN_EC2_CONTAINERS, ...BROKEN_TASK, ...BROKEN_SERVICE, ...BROKEN_WEB,
]);
