import express from 'express';
//? database=mysql|mariadb
import mysql from 'mysql2/promise';
//?
//? database=postgres
import pg from 'pg';
//?
//? cache
import { createClient } from 'redis';
//?

const app = express();
//? database
const { DATABASE_HOST, DATABASE_NAME, DATABASE_USER, DATABASE_PASSWORD } = process.env;
//?
//? database=mysql|mariadb
//: 주소와 비밀번호는 compose 파일의 환경 변수로 받습니다.
const database = mysql.createPool({ host: DATABASE_HOST, database: DATABASE_NAME, user: DATABASE_USER, password: DATABASE_PASSWORD });
//?
//? database=postgres
//: 주소와 비밀번호는 compose 파일의 환경 변수로 받습니다.
const database = new pg.Pool({ host: DATABASE_HOST, database: DATABASE_NAME, user: DATABASE_USER, password: DATABASE_PASSWORD });
//?
//? cache
const redis = createClient({ url: process.env.REDIS_URL });
redis.on('error', (error) => console.error(error.message));
await redis.connect();
//?

//: 헬스체크가 묻는 주소입니다.
app.get('/health', (request, response) => response.send('ok'));

app.get('/api/hello', async (request, response) => {
  const answer = { message: '안녕하세요, Express입니다.' };
//? database=mysql|mariadb
  const [[row]] = await database.query('SELECT VERSION() AS version');
  answer.database = row.version;
//?
//? database=postgres
  const { rows } = await database.query('SELECT VERSION() AS version');
  answer.database = rows[0].version;
//?
//? cache
  //: 부를 때마다 redis에 적힌 수가 하나씩 커집니다.
  answer.visits = await redis.incr('visits');
//?
  response.json(answer);
});

//: 0.0.0.0은 컨테이너 밖에서 오는 요청도 받는다는 뜻입니다.
const server = app.listen(Number(process.env.PORT ?? {{backendPort}}), '0.0.0.0');

//: 컨테이너의 첫 프로그램은 SIGTERM을 스스로 처리해야 바로 끝납니다.
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
