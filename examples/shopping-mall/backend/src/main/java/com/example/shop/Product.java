package com.example.shop;

public record Product(long id, String name, int price, long views) {}
