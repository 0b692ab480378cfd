package com.example.shop;

import java.util.LinkedHashMap;
import java.util.Map;
//? cache
import org.springframework.data.redis.core.StringRedisTemplate;
//?
//? database
import org.springframework.jdbc.core.simple.JdbcClient;
//?
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class HelloController {
//? database
    private final JdbcClient database;
//?
//? cache
    private final StringRedisTemplate redis;
//?

//? database & cache
    public HelloController(JdbcClient database, StringRedisTemplate redis) {
        this.database = database;
        this.redis = redis;
    }

//?
//? database & !cache
    public HelloController(JdbcClient database) {
        this.database = database;
    }

//?
//? cache & !database
    public HelloController(StringRedisTemplate redis) {
        this.redis = redis;
    }

//?
    @GetMapping("/api/hello")
    public Map<String, Object> hello() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("message", "안녕하세요, Spring Boot입니다.");
//? database
        //: compose 파일의 SPRING_DATASOURCE_…로 접속한 데이터베이스에 버전을 물어봅니다.
        answer.put("database", database.sql("SELECT VERSION()").query(String.class).single());
//?
//? cache
        //: 부를 때마다 redis에 적힌 수가 하나씩 커집니다.
        answer.put("visits", redis.opsForValue().increment("visits"));
//?
        return answer;
    }
}
