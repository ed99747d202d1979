package dev.rolewire.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The slots, by type.
///
/// @param cloudFormation those of CloudFormation resource types
/// @param terraform those of Terraform resource types
/// @param data those of Terraform data sources
/// @param provider those of provider blocks
record SlotTable(SequencedMap<String, List<IdentitySlot>> cloudFormation,
        SequencedMap<String, List<IdentitySlot>> terraform, SequencedMap<String, List<IdentitySlot>> data,
        SequencedMap<String, List<IdentitySlot>> provider) {

    SlotTable {
        cloudFormation = new LinkedHashMap<>(cloudFormation);
        terraform = new LinkedHashMap<>(terraform);
        data = new LinkedHashMap<>(data);
        provider = new LinkedHashMap<>(provider);
    }

    List<IdentitySlot> of(String type) {
        List<IdentitySlot> slots = this.cloudFormation.get(type);
        return (slots != null) ? slots : this.terraform.getOrDefault(type, List.of());
    }

    static List<IdentitySlot> all(SequencedMap<String, List<IdentitySlot>> slots) {
        return slots.values().stream().flatMap(List::stream).toList();
    }

}
