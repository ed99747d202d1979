package dev.rolewire.catalog;

/// One row of the catalog: a property that looks like an identity slot and is none.
///
/// @param type the resource type
/// @param path where in its properties
/// @param why what it holds instead
public record LookAlike(String type, String path, String why) {

}
