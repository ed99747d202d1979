package dev.rolewire.architecture.samples.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/// Is open to inheritance, and does all that the core must not do.
@SuppressWarnings({ "StringCaseLocaleUsage", "SystemOut" })
class Impure {

    @Autowired
    Object injected = new Object();

    boolean readsAFile() {
        return Files.exists(Path.of("x"));
    }

    long readsTheClock() {
        return System.currentTimeMillis();
    }

    int isRandom() {
        return new Random().nextInt();
    }

    String dependsOnTheDefaultLocale() {
        return "ID".toLowerCase();
    }

    void prints() {
        System.out.println(this.injected);
    }

    Object usesJacksonTwo() {
        return new ObjectMapper();
    }

    Object usesJackson() {
        return JsonMapper.shared();
    }

    Object usesSnakeYaml() {
        return new Yaml();
    }

}
