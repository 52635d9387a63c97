# groeipad. `make help` lists the targets. One Makefile, no recursion but for build variants.
#
#   BUILD=build/asan SAN=address,undefined make check    builds a variant in a folder of its own

BUILD   ?= build
SAN     ?=
ifeq ($(origin CC),default)
CC := gcc
endif
PREFIX  ?= /usr/local
DESTDIR ?=
CFLAGS  ?= -O2 -g
VERSION := $(shell sed -n 's/^\#define GP_VERSION "\(.*\)"/\1/p' groeipad/version.h)

PACKAGES := igraph libcgraph libgvc libcjson libxml-2.0 yaml-0.1
# Recursive on purpose: `make setup` may install pkg-config first.
# Images are painted by libraries that are loaded when one is asked for: headers only.
HEADERS  := librsvg-2.0 cairo-pdf
pkg_cflags = $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(PACKAGES) $(HEADERS) cmocka 2>/dev/null))
# Graphviz' layout plugin is linked in rather than looked up at run time: it starts four times
# faster and does not depend on the machine's plugin configuration.
gv_folder  = $(shell pkg-config --variable=libdir libgvc 2>/dev/null)/graphviz
# The command takes igraph from its archive where there is one: 24 shared objects fewer to load.
ig_archive = $(wildcard $(shell pkg-config --variable=libdir igraph 2>/dev/null)/libigraph.a)
# The object of igraph with the dominators leads to one with eigenvalues, which nothing here computes:
# its six Fortran names stand for nothing, so that no Fortran library is loaded at every start.
no_arpack  = $(foreach name,dsortr dsortc dsaupd dseupd dnaupd dneupd,-Wl,--defsym=$(name)_=0)
ig_static  = $(if $(ig_archive),$(ig_archive) $(no_arpack) -lglpk -lstdc++,-ligraph)
gv_libs    = -lgvc -lcgraph -lcdt -L$(gv_folder) -l:libgvplugin_dot_layout.so.6 -Wl,-rpath,$(gv_folder)

WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes
SANFLAGS := $(if $(SAN),-fsanitize=$(SAN) -fno-omit-frame-pointer -DGP_ARENA_MALLOC)
FLAGS     = -std=c11 -pthread -D_POSIX_C_SOURCE=200809L -I. -fPIC -fvisibility=hidden $(WARN) $(pkg_cflags)
LIBS      = -Wl,--as-needed -lcjson $(gv_libs) $(ig_static) -lxml2 -lyaml -lm -pthread
SOLIBS    = -Wl,--as-needed -lcjson $(gv_libs) -ligraph -lxml2 -lyaml -lm -pthread

lib_c   := $(wildcard core/*.c io/*.c io/*/*.c render/*.c)
cli_c   := $(filter-out cli/main.c,$(wildcard cli/*.c))
test_c  := $(wildcard tests/*/test_*.c)
obj      = $(patsubst %.c,$(BUILD)/%.o,$(1))
lib_o   := $(call obj,$(lib_c))
cli_o   := $(call obj,$(cli_c))
help_o  := $(call obj,$(wildcard tests/support*.c))
LIB     := $(BUILD)/libgroeipad.a
SO      := $(BUILD)/libgroeipad.so
BIN     := $(BUILD)/groeipad
TESTS   := $(patsubst %.c,$(BUILD)/%,$(test_c))

.PHONY: all setup demo test check layers debug asan tsan tsan-tests valgrind tidy format format-check golden \
        bench fuzz install clean help
.SECONDARY:
.DELETE_ON_ERROR:

all: $(BIN) $(LIB) $(SO)          ## the command and the library, in build/

-include Makefile.local

$(LIB): $(lib_o)
	@rm -f $@
	$(AR) rcs $@ $^
$(SO): $(lib_o)
	$(CC) -shared -Wl,-soname,libgroeipad.so.0 $(SANFLAGS) -o $@ $^ $(SOLIBS)
$(BIN): $(call obj,cli/main.c) $(cli_o) $(LIB)
	$(CC) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)
$(BUILD)/tests/%: $(BUILD)/tests/%.o $(help_o) $(cli_o) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) -lcmocka
# The fuzz targets without a fuzzing engine: they replay what was found.
REPLAYS := $(patsubst tests/fuzz/fuzz_%.c,$(BUILD)/tests/fuzz/replay_%,$(wildcard tests/fuzz/fuzz_*.c))
$(BUILD)/tests/fuzz/replay_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/replay.o \
                              $(BUILD)/tests/fuzz/check_document.o $(LIB)
	$(CC) $(SANFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(CPPFLAGS) $(CFLAGS) $(SANFLAGS) -MMD -MP -c $< -o $@

setup:                            ## installs what the build needs (apt), or says how
	@.ci/setup

demo: setup                       ## builds, runs the main job on the example, says where the pictures are
	@$(MAKE) --no-print-directory all
	@.ci/demo $(BIN)

test: setup                       ## builds and runs the whole suite
	@$(MAKE) --no-print-directory check

check: all $(TESTS) $(REPLAYS) layers        ## the suite, without installing anything
	@.ci/check $(BUILD) $(TESTS)

# The one-way rule, proved on includes and on the symbols that objects ask for.
layers: $(lib_o) $(cli_o)         ## proves cli -> render|io -> core
	@.ci/layers $(BUILD)

debug:                            ## build/debug: no optimisation
	@$(MAKE) --no-print-directory BUILD=build/debug CFLAGS="-O0 -g3" all
asan:                             ## the suite under address and undefined sanitizers
	@$(MAKE) --no-print-directory BUILD=build/asan SAN=address,undefined CFLAGS="-O1 -g" check
tsan:                             ## what two threads share, under the thread sanitizer
	@$(MAKE) --no-print-directory BUILD=build/tsan SAN=thread CFLAGS="-O1 -g" tsan-tests
tsan-tests: $(BUILD)/tests/core/test_analyse $(BUILD)/tests/io/test_json_ahead \
            $(BUILD)/tests/io/test_two_threads
	@for test in $^; do $$test || exit 1; done
valgrind: all                     ## no leak in any command
	@.ci/valgrind $(BIN)
tidy:                             ## clang-tidy over our sources
	clang-tidy --quiet $(lib_c) $(cli_c) cli/main.c -- $(FLAGS)
format:                           ## clang-format in place
	clang-format -i $(wildcard */*.c */*.h io/*/*.c io/*/*.h tests/*/*.c tests/*/*.h)
format-check:                     ## fails where clang-format would change a file
	clang-format --dry-run --Werror $(wildcard */*.c */*.h io/*/*.c io/*/*.h tests/*/*.c tests/*/*.h)
golden: all                       ## rewrites the expected outputs; read the diff
	@GP_REWRITE=1 .ci/check $(BUILD)
bench: all                        ## the speed bars, as paired ratios in one run
	@bench/run $(BUILD)
fuzz:                             ## build/fuzz: libFuzzer targets (clang)
	@$(MAKE) --no-print-directory BUILD=build/fuzz CC=clang SAN=fuzzer-no-link,address,undefined \
	    CFLAGS="-O1 -g" fuzz-targets
fuzz-targets: $(patsubst tests/fuzz/%.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))
fuzz_help := $(BUILD)/tests/fuzz/check_document.o
$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(fuzz_help) $(LIB)
	$(CC) -fsanitize=fuzzer,address,undefined -o $@ $^ $(LIBS)

install: all                      ## to $(DESTDIR)$(PREFIX)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig
	install -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/
	install -m 644 $(LIB) $(DESTDIR)$(PREFIX)/lib/
	install -m 755 $(SO) $(DESTDIR)$(PREFIX)/lib/libgroeipad.so.0
	ln -sf libgroeipad.so.0 $(DESTDIR)$(PREFIX)/lib/libgroeipad.so
	install -d $(DESTDIR)$(PREFIX)/include/groeipad
	install -m 644 groeipad/*.h $(DESTDIR)$(PREFIX)/include/groeipad/
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' -e 's|@PACKAGES@|$(PACKAGES)|' \
	    -e 's|@SOLIBS@|$(SOLIBS)|' groeipad/groeipad.pc.in \
	    > $(DESTDIR)$(PREFIX)/lib/pkgconfig/groeipad.pc
clean:                            ## removes build/
	rm -rf build
help:                             ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

-include $(wildcard $(BUILD)/tests/fuzz/*.d) $(patsubst %.o,%.d,$(lib_o) $(cli_o) $(help_o) $(call obj,cli/main.c $(test_c)))
