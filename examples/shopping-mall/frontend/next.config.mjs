/** @type {import('next').NextConfig} */
export default {
  // server.js와 실행에 필요한 파일만 .next/standalone에 모읍니다. Dockerfile이 이 폴더를 복사합니다.
  output: 'standalone',
};
