package com.example.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** 상품은 MySQL에서 읽고, 조회 수는 Redis에서 셉니다. */
@RestController
@RequestMapping("/api/products")
public class ProductController {
    private final JdbcClient mysql;
    private final StringRedisTemplate redis;

    public ProductController(JdbcClient mysql, StringRedisTemplate redis) {
        this.mysql = mysql;
        this.redis = redis;
    }

    @GetMapping
    public List<Product> products() {
        return mysql.sql("SELECT id, name, price FROM product ORDER BY id").query(this::toProduct).list();
    }

    @PostMapping("/{id}/views")
    public Product addView(@PathVariable("id") long id) {
        var product = mysql.sql("SELECT id, name, price FROM product WHERE id = ?")
                .param(id)
                .query(this::toProduct)
                .optional()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Long views = redis.opsForValue().increment(viewsKey(id));
        return new Product(product.id(), product.name(), product.price(), views == null ? 0 : views);
    }

    private Product toProduct(ResultSet row, int rowNumber) throws SQLException {
        long id = row.getLong("id");
        String views = redis.opsForValue().get(viewsKey(id));
        return new Product(id, row.getString("name"), row.getInt("price"), views == null ? 0 : Long.parseLong(views));
    }

    private static String viewsKey(long id) {
        return "product:" + id + ":views";
    }
}
