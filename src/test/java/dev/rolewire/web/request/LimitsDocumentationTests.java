package dev.rolewire.web.request;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.rolewire.testing.Repository;
import dev.rolewire.web.access.Access;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

import static org.assertj.core.api.Assertions.assertThat;

/// README names every property with its default, and no other.
class LimitsDocumentationTests {

    private static final String README = Repository.read(Repository.root().resolve("README.md"));

    @Test
    void everyLimitIsInTheTable() {
        String table = README.substring(README.indexOf("| limit, property `rolewire.limits.*`"));
        List<String> rows = table.substring(0, table.indexOf("\n\n")).lines().skip(2).toList();
        for (RecordComponent limit : Limits.class.getRecordComponents()) {
            String name = kebab(limit.getName());
            String row = rows.stream().filter((each) -> each.contains("`" + name + "`")).findFirst().orElse("");
            assertThat(row).as("README says nothing of rolewire.limits." + name).isNotEmpty();
            DefaultValue standard = defaultOf(limit.getName());
            if (!standard.value()[0].equals("0")) {
                assertThat(row).as("README says another default of " + name).contains(standard.value()[0]);
            }
        }
        List<String> known = Arrays.stream(Limits.class.getRecordComponents())
            .map((limit) -> kebab(limit.getName()))
            .toList();
        for (String row : rows) {
            String name = row.split("`")[1];
            assertThat(known).as("README names a limit that there is not").contains(name);
        }
    }

    @Test
    void everyPropertyOfAccessIsInTheTable() {
        for (Class<?> type : List.of(Access.class, Access.Jwt.class)) {
            for (RecordComponent property : type.getRecordComponents()) {
                assertThat(README).contains(kebab(property.getName()));
            }
        }
    }

    private static DefaultValue defaultOf(String name) {
        return Arrays.stream(Limits.class.getDeclaredConstructors()[0].getParameters())
            .filter((parameter) -> parameter.getName().equals(name))
            .map((parameter) -> parameter.getAnnotation(DefaultValue.class))
            .findFirst()
            .orElseThrow();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

}
