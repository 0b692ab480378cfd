import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gradleFacts, pomFacts } from '../../server/src/java/index.ts';
import { plain, standWhereTheyAreWritten } from '../support/known.ts';
import { text } from '../support/marks.ts';

const groovy = text`
  plugins {
      id 'java'
      id 'org.springframework.boot' version '3.5.14' // id 'x' version '1'
      id 'io.spring.dependency-management' version '1.1.7'
  }
  group = 'com.example'
  version = '0.0.1-SNAPSHOT'
  java { toolchain { languageVersion = JavaLanguageVersion.of(21) } }
  dependencies {
      implementation 'org.springframework.boot:spring-boot-starter-web'
      runtimeOnly 'com.mysql:mysql-connector-j:9.0.0'
      /* implementation 'a:b' */
  }
  bootJar { archiveFileName = 'app.jar' }
  jar {
      manifest { attributes('a': 'b') }
      enabled = false
  }
`;

const kotlin = text`
  plugins {
      java
      id("org.springframework.boot") version "3.4.1"
      kotlin("jvm") version "2.1.0"
  }
  version = "1.2.3"
  kotlin { jvmToolchain(17) }
  dependencies { 
      implementation("org.springframework.boot:spring-boot-starter-actuator")
      implementation(platform("a.b:bom:1"))
  }
  tasks.named<BootJar>("bootJar") { archiveFileName.set("shop.jar") }
  tasks.getByName<Jar>("jar") { enabled = false }
`;

describe('java/gradle', () => {
  const check = (name: string, content: string, expected: object) =>
    it(name, () => assert.deepEqual(plain(gradleFacts(content).facts), { plugins: [], dependencies: [], ...expected }));

  check('Groovy', groovy, {
    plugins: [{ id: 'java' }, { id: 'org.springframework.boot', version: '3.5.14' }, { id: 'io.spring.dependency-management', version: '1.1.7' }],
    springBoot: '3.5.14',
    javaVersion: '21',
    jarEnabled: 'false',
    archiveFileName: 'app.jar',
    version: '0.0.1-SNAPSHOT',
    dependencies: ['org.springframework.boot:spring-boot-starter-web', 'com.mysql:mysql-connector-j:9.0.0'],
  });
  check('Kotlin', kotlin, {
    plugins: [{ id: 'java' }, { id: 'org.springframework.boot', version: '3.4.1' }],
    springBoot: '3.4.1',
    javaVersion: '17',
    jarEnabled: 'false',
    archiveFileName: 'shop.jar',
    version: '1.2.3',
    dependencies: ['org.springframework.boot:spring-boot-starter-actuator', 'a.b:bom:1'],
  });
  check('settings', "rootProject.name = 'shop'\n", { rootName: 'shop' });
  check('old ways', "apply plugin: 'war'\nsourceCompatibility = '1.8'\narchivesBaseName = 'shop'\njar.enabled = false", {
    plugins: [{ id: 'war' }],
    javaVersion: '8',
    archivesName: 'shop',
    jarEnabled: 'false',
  });
  check('compatibility', 'java { sourceCompatibility = JavaVersion.VERSION_17 }\ntasks { bootJar { enabled = false } }', { javaVersion: '17', bootJarEnabled: 'false' });
  check('version 8', 'sourceCompatibility = JavaVersion.VERSION_1_8', { javaVersion: '8' });
  check('open ends', "plugins { id 'java\njar { 'x /* {", {});
});

describe('java/pom', () => {
  const check = (name: string, content: string, expected: object) =>
    it(name, () => assert.deepEqual(plain(pomFacts(content).facts), { modules: [], dependencies: [], ...expected }));
  const mall = readFileSync(path.join(import.meta.dirname, '../../examples/shopping-mall/backend/pom.xml'), 'utf8');

  check('the mall', mall, {
    artifactId: 'shop-backend',
    version: '1.0.0',
    springBoot: '3.5.14',
    bootPlugin: 'spring-boot-maven-plugin',
    javaVersion: '21',
    finalName: 'app',
    dependencies: [
      'org.springframework.boot:spring-boot-starter-web',
      'org.springframework.boot:spring-boot-starter-jdbc',
      'org.springframework.boot:spring-boot-starter-data-redis',
      'org.springframework.boot:spring-boot-starter-actuator',
      'com.mysql:mysql-connector-j',
    ],
  });
  check(
    'properties and modules',
    text`
      <project><packaging>pom</packaging><artifactId>a&amp;b</artifactId>
        <!-- <version>0</version> -->
        <modules><module>api</module><module> web <!-- x --></module></modules>
        <properties><boot>3.1.0</boot><maven.compiler.source>\${jdk}</maven.compiler.source><jdk>17</jdk></properties>
        <dependencyManagement><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-dependencies</artifactId>
          <version>\${boot}</version></dependency></dependencies></dependencyManagement>
      </project>
    `,
    { packaging: 'pom', artifactId: 'a&b', modules: ['api', 'web'], springBoot: '3.1.0', javaVersion: '17' },
  );
  check('half typed', '<project><artifactId>a</artifactId><build><finalName>app</finalName><plug', { artifactId: 'a', finalName: 'app' });
  check('missing ends', '<project><parent><version>1</parent><artifactId>a</artifactId></x>', { artifactId: 'a' });
});

describe('java', () => {
  it('every fact stands where it is written', () => {
    for (const source of [groovy, kotlin.replace(/\n/g, '\r\n')]) standWhereTheyAreWritten(source, gradleFacts(source));
  });
});
