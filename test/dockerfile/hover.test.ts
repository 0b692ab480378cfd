import assert from 'node:assert/strict';
import { contextSourceAt, parse, topicAt } from '../../server/src/dockerfile/index.ts';
import { dockerfile, withCursor } from '../support/marks.ts';

describe('dockerfile/hover', () => {
  /** `live` is a part of the Korean line computed from the file. */
  const check = (marked: string, topic: string | undefined, live?: string | RegExp) =>
    it(`${marked.replace(/\n/g, '⏎')} → ${topic ?? 'nothing'}`, () => {
      const { text, offset } = withCursor(marked);
      const hit = topicAt(parse(text), offset);
      assert.equal(hit?.topic, topic);
      if (live) assert.match(hit?.live?.join('\n') ?? '', new RegExp(live));
      if (hit) assert.ok(hit.span.start <= offset && offset <= hit.span.end, 'the span is around the cursor');
    });

  describe('instructions', () => {
    check('FR<|>OM node', 'dockerfile/instruction/FROM');
    check('US<|>ER node', 'dockerfile/instruction/USER');
    check('us<|>er node', 'dockerfile/instruction/USER');
    check('  RU<|>N ls', 'dockerfile/instruction/RUN');
    check('US<|>SER node', undefined, '지시문은 Dockerfile에 없습니다');
    check('FROM a\n<|>\nUSER b', undefined);
    check('ONBUILD RU<|>N ls', 'dockerfile/instruction/RUN', '`FROM`으로 쓰는 빌드에서');
    check('ONB<|>UILD RUN ls', 'dockerfile/instruction/ONBUILD');
    check('ONBUILD COPY --fr<|>om=x a b', 'dockerfile/flag/COPY--from');
  });

  describe('flags', () => {
    check('FROM --plat<|>form=linux/amd64 a', 'dockerfile/flag/FROM--platform');
    check('FROM --platform=linux/<|>amd64 a', 'dockerfile/value/platform');
    check('RUN --net<|>work=none ls', 'dockerfile/flag/RUN--network');
    check('RUN --network=no<|>ne ls', 'dockerfile/flag/RUN--network=none');
    check('ADD --un<|>pack=true a.tar /b', 'dockerfile/flag/ADD--unpack');
    check('COPY --li<|>nk a /b', 'dockerfile/flag/COPY--link');
    check('COPY --chown=no<|>de:node a /b', 'dockerfile/value/user', '`node` 사용자');
    check('COPY --chown=node:no<|>de a /b', 'dockerfile/value/group');
    check('HEALTHCHECK --interval=1m3<|>0s CMD true', 'dockerfile/value/duration', '1분 30초');
    check('HEALTHCHECK --interval=3<|>0 CMD true', 'dockerfile/value/duration', '단위가 없습니다');
    check('RUN --bog<|>us=1 ls', undefined);
  });

  describe('mounts', () => {
    check('RUN --mount=ty<|>pe=cache,target=/x ls', 'dockerfile/mount/type');
    check('RUN --mount=type=ca<|>che,target=/x ls', 'dockerfile/mount/cache');
    check('RUN --mount=type=cache,tar<|>get=/x ls', 'dockerfile/mount/cache/target');
    check('RUN --mount=type=cache,ds<|>t=/x ls', 'dockerfile/mount/cache/target');
    check('RUN --mount=target=/x,s<|>rc=a ls', 'dockerfile/mount/bind/source');
    check('RUN --mount=type=secret,id=a,re<|>quired ls', 'dockerfile/mount/secret/required');
    check('RUN --mount=type=cache,target=/x,sharing=loc<|>ked ls', 'dockerfile/mount/cache/sharing=locked');
    check('FROM a AS b\nFROM c\nRUN --mount=from=<|>b,target=/x ls', 'dockerfile/stage', '1행');
  });

  describe('directives', () => {
    check('# syn<|>tax=docker/dockerfile:1\nFROM a', 'dockerfile/directive/syntax');
    check('# ESC<|>APE=`\nFROM a', 'dockerfile/directive/escape');
    check('#check=skip=a<|>ll\nFROM a', 'dockerfile/directive/check');
    check('# syntax=a\n# syn<|>tax=b\nFROM a', 'dockerfile/directive/syntax', '두 번');
    check('FROM a\n# syn<|>tax=b', 'dockerfile/directive/syntax', '평범한 주석');
    check('# 안녕하세<|>요\nFROM a', undefined);
    check('<|># 안녕하세요\nFROM a', 'dockerfile/comment');
  });

  describe('stages', () => {
    const stages = (at: string) => at;
    check(stages('FROM a AS bui<|>ld\nFROM b\nCOPY --from=build /x /y'), 'dockerfile/stage', '3행');
    check('FROM a A<|>S build', 'dockerfile/keyword/AS');
    check('FROM a AS build\nFROM bui<|>ld', 'dockerfile/stage', '1행에서 시작하는 1번째');
    check('FROM a AS Build\nFROM b\nCOPY --from=bui<|>ld /x /y', 'dockerfile/stage');
    check('FROM a\nFROM b\nCOPY --from=<|>0 /x /y', 'dockerfile/stage-index', '1행');
    check('FROM a\nCOPY --from=ngi<|>nx:1.28 /x /y', 'image/nginx');
    check('FROM a AS build\nFROM b\nCOPY --from=buil<|>s /x /y', 'reference/name', '`buils` 스테이지가 없으므로');
    check('FR<|>OM a AS x\nFROM b', 'dockerfile/instruction/FROM', '마지막 스테이지가 아니므로');
  });

  describe('images', () => {
    check('FROM no<|>de:24-alpine', 'image/node');
    check('FROM node:24-alp<|>ine', 'reference/variant=alpine', '버전 `24`, 변형 `alpine`');
    check('FROM node:lat<|>est', 'reference/tag=latest');
    check('FROM no<|>de', 'image/node', 'latest');
    check('FROM gh<|>cr.io/acme/api:1.2', 'reference/registry');
    check('FROM ghcr.io/ac<|>me/api:1.2', 'reference/namespace');
    check('FROM ghcr.io/acme/ap<|>i:1.2', 'reference/name');
    check('FROM localhost:5000/no<|>de:1', 'reference/name');
    check('FROM docker.io/library/no<|>de:1', 'image/node');
    check('FROM a@sha256:<|>abc', 'reference/digest');
    check('FROM scr<|>atch', 'reference/scratch');
  });

  describe('variables', () => {
    check('FROM a\nARG V=1\nLABEL x=$<|>V', 'dockerfile/expansion/variable', '`1` 값을 가집니다. 2행의 `ARG`');
    check('ARG V=1\nFROM a:$<|>V', 'dockerfile/expansion/variable', '`1` 값');
    check('ARG V=1\nFROM a\nLABEL x=$<|>V', 'dockerfile/expansion/variable', '비어 있습니다.*`ARG V`');
    check('ARG V=1\nFROM a\nARG V\nLABEL x=$<|>V', 'dockerfile/expansion/variable', '`1` 값');
    check('FROM a\nENV V=e\nARG V=1\nLABEL x=$<|>V', 'dockerfile/expansion/variable', '`1` 값을 가집니다. 3행의 `ARG`');
    check('FROM a\nARG V=1\nENV V=e\nLABEL x=$<|>V', 'dockerfile/expansion/variable', '`e` 값을 가집니다. 3행의 `ENV`');
    check('FROM a\nENV V=e\nARG V\nLABEL x=$<|>V', 'dockerfile/expansion/variable', '`e` 값을 가집니다. 2행의 `ENV`');
    check('FROM a AS b\nARG V=1\nFROM b\nLABEL x=$<|>V', 'dockerfile/expansion/variable', '`1` 값을 가집니다. 2행의 `ARG`');
    check('FROM a\nENV A=1\nENV A=2 B=$<|>A', 'dockerfile/expansion/variable', '`1` 값');
    check('FROM a\nLABEL x=$<|>V', 'dockerfile/expansion/variable', '앞에 `ARG V`');
    check('FROM a AS b\nENV V=x\nFROM b\nLABEL x=$<|>V', 'dockerfile/expansion/variable', '`x` 값을 가집니다. 2행');
    check('FROM a\nLABEL x=${V:<|>-y}', 'dockerfile/expansion/default', '`y` 값이 됩니다');
    check('FROM a\nARG V=\nLABEL x=${V-<|>y}', 'dockerfile/expansion/default', '빈 값이 됩니다');
    check('FROM a\nARG V=1\nLABEL x=${V:+<|>y}', 'dockerfile/expansion/alternate', '`y` 값이 됩니다');
    check('FROM a\nLABEL x=${V:?<|>멈춤}', 'dockerfile/expansion/required', '`멈춤` 메시지');
    check('FROM a\nARG V=v1.2\nLABEL x=${V#<|>v}', 'dockerfile/expansion/remove-prefix', '`1.2` 값이 됩니다');
    check('FROM a\nARG V=a.tar.gz\nLABEL x=${V%%<|>.*}', 'dockerfile/expansion/remove-suffix', '`a` 값이 됩니다');
    check('FROM a\nARG V=a.tar.gz\nLABEL x=${V%<|>.*}', 'dockerfile/expansion/remove-suffix', '`a.tar` 값이 됩니다');
    check('FROM a\nARG V=a-b-c\nLABEL x=${V//<|>-/_}', 'dockerfile/expansion/replace', '`a_b_c` 값이 됩니다');
    check('FROM a\nRUN echo $<|>V', 'dockerfile/expansion/in-shell', '셸이 바꿉니다');
    check('FROM a\nCMD ["echo", "$<|>V"]', 'dockerfile/expansion/in-shell', '글자 그대로');
    check('FROM --platform=$BUILD<|>PLATFORM a', 'dockerfile/predefined/BUILDPLATFORM', '미리 정해 둔');
    check('FROM a\nRUN echo $TARGET<|>ARCH', 'dockerfile/predefined/TARGETARCH', '비어 있습니다');
    check('FROM a\nARG TARGETARCH\nRUN echo $TARGET<|>ARCH', 'dockerfile/predefined/TARGETARCH', '미리 정해 둔');
    check('FROM a\nARG http_<|>proxy', 'dockerfile/predefined/HTTP_PROXY');
    check("FROM a\nLABEL x='$<|>V'", 'dockerfile/value/label-value');
    check('FROM a\nLABEL x=\\$<|>V', 'dockerfile/value/label-value');
  });

  describe('arguments', () => {
    check('EXPOSE 80<|>80/tcp', 'dockerfile/value/port', '`8080`번');
    check('EXPOSE 8080/u<|>dp', 'dockerfile/value/protocol-udp');
    check('CMD [<|>"my-app", "x"]', 'dockerfile/value/executable');
    check('CMD ["my-app", "<|>x"]', 'dockerfile/value/argument');
    check('CMD [<|>"node", "server.js"]', 'shell/node');
    check('CMD <|>["node", "server.js"]', 'dockerfile/form/exec');
    check('COPY . <|>/app', 'dockerfile/value/destination');
    check('FROM a\nWORKDIR /app\nCOPY a <|>./b', 'dockerfile/value/destination', '`/app/b`');
    check('COPY <|>. /app', 'dockerfile/value/source', '빌드 컨텍스트 전체');
    check('COPY *<|>.json /app', 'dockerfile/value/glob');
    check('ADD https://exam<|>ple.com/a /a', 'dockerfile/value/url');
    check('WORKDIR /a<|>pp', 'dockerfile/value/working-directory');
    check('FROM a\nWORKDIR /app\nWORKDIR b<|>', 'dockerfile/value/working-directory', '`/app/b`');
    check('USER 10<|>01', 'dockerfile/value/user', 'UID');
    check('STOPSIGNAL SIG<|>QUIT', 'dockerfile/value/signal');
    check('VOLUME /da<|>ta', 'dockerfile/value/volume-path');
    check('VOLUME ["/da<|>ta"]', 'dockerfile/value/volume-path');
    check('SHELL ["/bin/ba<|>sh", "-c"]', 'dockerfile/value/shell-program');
    check('LABEL org.open<|>containers.image.title=x', 'dockerfile/value/label-key');
    check('ENV NODE_<|>ENV=production', 'image/env/NODE_ENV');
    check('ENV FO<|>O=bar', 'dockerfile/value/env-name');
    check('ENV FOO=b<|>ar', 'dockerfile/value/env-value');
    check('ARG A=1 FO<|>O=bar', 'dockerfile/value/arg-name');
    check('HEALTHCHECK NO<|>NE', 'dockerfile/keyword/HEALTHCHECK-NONE');
    check('HEALTHCHECK C<|>MD curl x', 'dockerfile/keyword/HEALTHCHECK-CMD');
    check('RUN a \\<|>\n  && b', 'dockerfile/line-continuation');
    check('RUN npm c<|>i', 'shell/npm-ci');
    check('RUN a \\\n  # why\n\n  && npm c<|>i', 'shell/npm-ci');
    check('RUN apt-get \\\n  inst<|>all -y curl', 'shell/apt-get-install');
    check('RUN a &<|>& b', 'shell/operator/and');
    check('RUN ma<|>ke', 'shell/make');
    check('RUN my-to<|>ol', 'dockerfile/form/shell', '안에 들어 있어야');
    check('RUN i<|>f a; then b; fi', 'dockerfile/form/shell');
    check('RUN <<EOF\nset -e\nnpm c<|>i\nEOF\n', 'shell/npm-ci');
    check('CMD no<|>de server.js', 'shell/node');
    check('HEALTHCHECK CMD cu<|>rl -f http://x || exit 1', 'shell/curl');
  });

  describe('heredocs', () => {
    check(
      dockerfile`
      FROM a
      RUN <<E<|>OF
      echo
      EOF
    `,
      'dockerfile/heredoc',
      '`EOF`만 적힌 줄',
    );
    check('RUN <<-E<|>OF\n\tx\n\tEOF\n', 'dockerfile/heredoc-strip-tabs');
    check('COPY <<"E<|>OF" /x\n$a\nEOF\n', 'dockerfile/heredoc-quoted');
    check('RUN << E<|>OF\nx\nEOF\n', 'dockerfile/heredoc');
    check('RUN <<EOF\nx\nE<|>OF\n', 'dockerfile/heredoc-end');
    check('RUN <<E<|>OF\nx\n', 'dockerfile/heredoc', '줄이 없습니다');
    check('FROM a\nARG V=1\nCOPY <<EOF /x\nvalue=$<|>V\nEOF\n', 'dockerfile/expansion/variable', '`1` 값');
    check('FROM a\nCOPY <<A <<B /x/\n1\nA\n2\n<|>B\n', 'dockerfile/heredoc-end', '<<B');
  });

  describe('positions', () => {
    const before = '# 한글과 😀 이모지\r\n';
    check(`\uFEFF${before}FROM a\r\nUS<|>ER b\r\n`, 'dockerfile/instruction/USER');
    check(`${before}FROM a\r\nLABEL 이름="가나다 😀" \\\r\n  ve<|>rsion=1\r\n`, 'dockerfile/value/label-key');
    check(`FROM a\nARG V=한글\nLABEL a="😀😀" b=$<|>V\n`, 'dockerfile/expansion/variable', '`한글` 값');
    check(`\tCOPY\t--fr<|>om=x\ta\tb`, 'dockerfile/flag/COPY--from');
    check('# escape=`\nFROM a\nRUN a `\n  # 주석\n\n  b\nUS<|>ER c', 'dockerfile/instruction/USER');
    check('# escape=`\nFROM a\nCOPY a `\n  C:\\d<|>ir\\', 'dockerfile/value/destination');
  });
});

describe('dockerfile/sources', () => {
  const check = (marked: string, source: string | undefined) =>
    it(`${marked} → ${source ?? 'nothing'}`, () => {
      const { text, offset } = withCursor(marked);
      assert.equal(contextSourceAt(parse(text), offset)?.text, source);
    });

  check('FROM a\nCOPY s<|>rc ./', 'src');
  check('FROM a\nCOPY src <|>./', undefined);
  check('FROM a\nCOPY a <|>b* ./', 'b*');
  check('FROM a\nCOPY <|>. .', '.');
  check('FROM a\nCOPY .gi<|>t .', '.git');
  check('FROM a\nCOPY --chown=a s<|>rc ./', 'src');
  check('FROM a\nCOPY --from=b s<|>rc ./', undefined);
  check('FROM a\nCOPY --exclude=*.md s<|>rc ./', undefined);
  check('FROM a\nCOPY $<|>A ./', undefined);
  check('FROM a\nADD https://<|>a.b/c ./', undefined);
  check('FROM a\nADD git@<|>a.b:c ./', undefined);
  check('FROM a\nADD a<|>.tar ./', 'a.tar');
  check('FROM a\nCOPY ["s<|>rc", "./"]', 'src');
  check('FROM a\nCOPY <|><<EOF /a\nx\nEOF\n', undefined);
  check('FROM a\nRUN l<|>s', undefined);
});
