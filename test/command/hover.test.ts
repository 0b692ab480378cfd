import assert from 'node:assert/strict';
import { parse, topicAt } from '../../server/src/command/index.ts';
import { withCursor } from '../support/marks.ts';

describe('command/hover', () => {
  const check = (marked: string, topic: string | undefined, live?: string, source: 'shell' | 'markdown' = 'shell') =>
    it(`${marked.replace(/\n/g, '⏎')} → ${topic ?? 'nothing'}`, () => {
      const { text, offset } = withCursor(marked);
      const hit = topicAt(parse(text, source), offset);
      assert.equal(hit?.topic, topic);
      if (live) assert.match(hit?.live?.join('\n') ?? '', new RegExp(live));
      if (hit) assert.ok(hit.span.start <= offset && offset <= hit.span.end, 'the span is around the cursor');
    });

  describe('commands', () => {
    check('doc<|>ker run nginx:1', 'command/docker');
    check('docker ru<|>n nginx:1', 'command/docker-run');
    check('docker compose u<|>p -d', 'command/docker-compose-up');
    check('docker com<|>pose up', 'command/docker-compose');
    check('docker-com<|>pose up', 'command/docker-compose-legacy');
    check('docker-compose u<|>p', 'command/docker-compose-up');
    check('docker container st<|>op web', 'command/docker-stop');
    check('docker image l<|>s', 'command/docker-images');
    check('docker network cre<|>ate x', 'command/docker-network-create');
    check('sudo docker p<|>s', 'command/docker-ps');
    check('echo hi && docker p<|>s', 'command/docker-ps');
    check('echo docker p<|>s', undefined);
    check('# docker p<|>s', undefined);
    check('docker rm $(docker p<|>s -aq)', 'command/docker-ps');
    check('docker rm `docker p<|>s -aq`', 'command/docker-ps');
    check('docker r<|>m $(docker ps -aq)', 'command/docker-rm');
    check('docker stop a &<|>& docker rm a', 'shell/operator/and');
  });

  describe('flags', () => {
    check('docker run -<|>d nginx:1', 'command/flag/docker-run--detach');
    check('docker run --det<|>ach nginx:1', 'command/flag/docker-run--detach');
    check('docker run -<|>it ubuntu:24.04', 'command/flag/docker-run-it');
    check('docker run -i<|>d ubuntu:24.04', 'command/flag/docker-run--detach');
    check('docker run -<|>p 8080:80 nginx:1', 'command/flag/docker-run--publish');
    check('docker run -p 80<|>80:80 nginx:1', 'command/flag/docker-run--publish', '`8080`번 포트로 온 연결');
    check('docker run -p80<|>80:80 nginx:1', 'command/flag/docker-run--publish', '`8080`번');
    check('docker run -dp 80<|>80:80 nginx:1', 'command/flag/docker-run--publish', '`8080`번');
    check('docker run --publish=127.0.0.1:80<|>80:80 nginx:1', 'command/flag/docker-run--publish', '`127.0.0.1`');
    check('docker run -v db<|>:/x nginx:1', 'command/flag/docker-run--volume', '`db` 볼륨');
    check('docker run -v "$(pw<|>d)/x":/x nginx:1', 'command/flag/docker-run--volume', '연결합니다');
    check('docker run -e POSTGRES_PASS<|>WORD=x postgres:17', 'image/env/POSTGRES_PASSWORD', '환경 변수를 넣습니다');
    check('docker run --network ho<|>st nginx:1', 'command/flag/docker-run--network=host');
    check('docker run --network my-<|>net nginx:1', 'command/arguments/network');
    check('docker build -<|>t app .', 'command/flag/docker-build--tag');
    check('docker buildx build --pla<|>tform linux/arm64 .', 'command/flag/docker-build--platform');
    check('docker compose -<|>f x.yml up', 'command/flag/docker-compose--file');
    check('docker compose -f x.yml up -<|>d', 'command/flag/docker-compose-up--detach');
    check('docker exec -<|>it web sh', 'command/flag/docker-exec-it');
    check('docker ps -a<|>l', 'command/flag/docker-ps--latest');
    check('docker run --bog<|>us nginx:1', 'command/docker-run', '--help');
  });

  describe('arguments', () => {
    check('docker run -d -p 80:80 ngi<|>nx:1.28', 'image/nginx');
    check('docker run nginx:1.2<|>8', 'reference/variant=version');
    check('docker run alpine:3.22 ec<|>ho hi', 'shell/echo');
    check('docker run --rm alpine:3.22 my-to<|>ol -d', 'command/arguments/command');
    check('docker build -t app <|>.', 'command/arguments/build-context', '지금 있는 폴더');
    check('docker build -t ap<|>p:1.0 .', 'reference/name');
    check('docker stop we<|>b', 'command/arguments/container', '`web` 컨테이너');
    check('docker exec web redis-c<|>li ping', 'shell/redis-cli');
    check('docker compose logs -f back<|>end', 'command/arguments/service', '`backend` 서비스');
    check('docker compose exec redis redis-c<|>li', 'shell/redis-cli');
    check('docker network rm my-<|>net', 'command/arguments/network');
    check('docker volume rm da<|>ta', 'command/arguments/volume');
    check('docker cp web:/x .<|>', 'command/arguments/path');
    check('docker rmi myapp:la<|>test', 'reference/tag=latest');
  });

  describe('lines', () => {
    check('docker run -d \\\n  --na<|>me web \\\n  nginx:1', 'command/flag/docker-run--name');
    check('docker run -d \\\r\n  -p 80<|>80:80 \\\r\n  nginx:1\r\n', 'command/flag/docker-run--publish', '`8080`번');
    check('# 한글 😀\necho "😀" && docker p<|>s', 'command/docker-ps');
    check("docker run -e 'A=x y' --na<|>me web nginx:1", 'command/flag/docker-run--name');
  });

  describe('Markdown', () => {
    const fence = (language: string, line: string) => `# 실습\n\n\`\`\`${language}\n${line}\n\`\`\`\n\ndocker ps\n`;
    const markdown = (marked: string, topic: string | undefined) => check(marked, topic, undefined, 'markdown');
    markdown(fence('bash', 'docker p<|>s'), 'command/docker-ps');
    markdown(fence('sh', 'docker p<|>s'), 'command/docker-ps');
    markdown(fence('console', '$ docker p<|>s\nCONTAINER ID'), 'command/docker-ps');
    markdown(fence('console', '$ ls\ndocker p<|>s'), undefined);
    markdown(fence('powershell', 'docker run `\n  --na<|>me x nginx:1'), 'command/flag/docker-run--name');
    markdown(fence('powershell', 'PS C:\\Users> docker p<|>s'), 'command/docker-ps');
    markdown(fence('text', 'docker p<|>s'), undefined);
    markdown(fence('dockerfile', 'RUN docker p<|>s'), undefined);
    markdown('```bash\nls\n```\n\ndocker p<|>s\n', undefined);
    markdown('- 단계\n\n  ```bash\n  docker p<|>s\n  ```\n', 'command/docker-ps');
    markdown('````bash\n```\ndocker p<|>s\n````\n', 'command/docker-ps');
    markdown('```bash\ndocker p<|>s', 'command/docker-ps');
  });
});
