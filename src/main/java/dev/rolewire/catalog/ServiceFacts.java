package dev.rolewire.catalog;

import java.util.List;
import java.util.Map;

/// What the catalog says of single services and what they demand of identities.
///
/// @param naming what names must look like, by resource type
/// @param patterns tries the patterns of slots
record ServiceFacts(Map<String, List<NamingConstraint>> naming, SlotPatterns patterns) {

}
