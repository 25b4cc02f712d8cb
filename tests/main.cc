// The main function of telex_tests, and the one place where Catch2's implementation is compiled.
#define CATCH_CONFIG_MAIN
#include "tests/catch.h"
