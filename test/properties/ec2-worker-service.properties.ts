import { BROKEN_EC2_CONTAINERS } from './support/breakages-containers';
import { BROKEN_SERVICE, BROKEN_TASK } from './support/breakages-services';
import { propertiesOf } from './support/properties-of';
import { ec2Service } from './support/service-cases';
import { ec2WorkerService } from './support/subjects';

propertiesOf('Ec2WorkerService', ec2WorkerService, ec2Service, [...BROKEN_EC2_CONTAINERS, ...BROKEN_TASK, ...BROKEN_SERVICE]);
