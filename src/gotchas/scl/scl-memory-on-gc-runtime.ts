import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known, whereKnown } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { ofContainer } from '../naming';

const MEMORY = /^ECSServiceAverageMemoryUtilization/;
const IMAGE = /(?:^|[/_.-])(?:amazoncorretto|corretto|eclipse-temurin|temurin|openjdk|jdk|jre|java|tomcat|jetty|wildfly|spring-boot|dotnet|aspnet|aspnetcore)(?:$|[/_.:\d-])/;
const VARIABLE = /^(?:JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS|JVM_OPTS|CATALINA_OPTS|SPRING_PROFILES_ACTIVE|ASPNETCORE_\w+|DOTNET_\w+)$/;

export const sclMemoryOnGcRuntime = defineGotcha({
  id: 'scl-memory-on-gc-runtime',
  title: 'Scaling a Java or .NET service on memory',
  consequence: 'worth-knowing',
  symptom: 'The service scales out with the first load and never in again.',
  why: 'A garbage-collected heap grows to its limit and seldom returns memory: the average doesn\'t fall with the load, and the service stays at its maximum.',
  rule: 'No policy tracks memory where an essential container has an image named after Java or .NET (`openjdk`, `corretto`, `tomcat`, `aspnet` …) or a variable '
    + 'like `JAVA_TOOL_OPTIONS` or `ASPNETCORE_URLS`.',
  fix: 'scale on CPU or requests, or acknowledge this for a heap with options to shrink',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/capacity-autoscaling-best-practice.html',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'service',
  needs: ['scaling', 'task'],
  check: ({ scaling, task }) => {
    if (!scaling) return [];
    const onMemory = anyKnown(known(scaling.policies), ({ kind, metric }) => known(kind) === 'target-tracking' && MEMORY.test(known(metric) ?? ''));
    if (!onMemory) return [];
    const [container] = whereKnown(
      known(task.containers), (one) => one.essential !== false && clue(one) !== undefined,
    ) as readonly (ContainerFacts | undefined)[];
    return container ? [{
      property: ofContainer(container),
      detail: `scaling (memory) follows a heap that seldom shrinks, as ${clue(container)} shows`,
    }] : [];
  },
});

/** Evidence of the runtime; never the value of a variable. */
function clue({ image, environment }: ContainerFacts): string | undefined {
  const { reference } = image;
  if (typeof reference === 'string' && IMAGE.test(reference)) return 'the name of its image';
  const [variable] = whereKnown(known(environment), ({ name }) => VARIABLE.test(known(name)))
    .map(({ name }) => known(name)) as readonly (string | undefined)[];
  if (variable !== undefined) return `its variable ${variable}`;
  known(reference);
  return undefined;
}
