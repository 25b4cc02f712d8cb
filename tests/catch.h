// Catch2, included in this one place, so that a change of its version is a change of one file.
//
// Test files include this header and nothing else of Catch2; main.cc makes the program.
#pragma once

#include <catch2/catch.hpp>
