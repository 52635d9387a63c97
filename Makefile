# groeipad. `make help` lists the targets. One Makefile, no recursion but for build variants.
#
#   BUILD=build/asan SAN=address,undefined make check    builds a variant in a folder of its own
#   CC=clang, CFLAGS=..., LDFLAGS=...                    what changes in them rebuilds what it touches
#   V=1                                                  shows whole commands
#   STATIC_IGRAPH=no                                     links igraph as a shared object
#   MPI=1                                                in build/mpi: `risk` draws on all ranks of mpirun
#   CCACHE= , LINKER=                                    without ccache; with the compiler's own linker
#   WASM=no                                              pages of `report` without what plans them again

# All cores, unless another number is given. What jobs print is not mixed; the goals that install
# packages first show their progress instead, and call make again for the rest.
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 2)
endif
ifeq ($(filter demo test setup,$(MAKECMDGOALS)),)
MAKEFLAGS += --output-sync=target
endif

BUILD   ?= $(if $(MPI),build/mpi,build)
SAN     ?=
MPI     ?=
ifeq ($(origin CC),default)
CC := gcc
endif
PREFIX  ?= /usr/local
DESTDIR ?=
CFLAGS  ?= -O2 -g
VERSION := $(shell sed -n 's/^\#define GP_VERSION "\(.*\)"/\1/p' groeipad/version.h)

PACKAGES := igraph libcgraph libcjson libxml-2.0 yaml-0.1 libutf8proc
# $(call once,NAME,TEXT): the text, worked out where it is first needed (`make setup` may install
# pkg-config before that), and kept.
once = $(eval $1 := $2)$($1)
CCACHE  ?= $(call once,CCACHE,$(shell command -v ccache 2>/dev/null))
# Images are painted, and workbooks unpacked, by libraries that are loaded when one is asked for: headers
# only.
HEADERS  := librsvg-2.0 cairo-pdf libzip
pkg_cflags = $(call once,pkg_cflags,$(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(PACKAGES) $(HEADERS) cmocka 2>/dev/null)))
# The command takes igraph from its archive where there is one: 24 shared objects fewer to load.
# The archive is C++ inside, whose library is there at run time everywhere, and its headers are not.
STATIC_IGRAPH ?= yes
ig_archive = $(call once,ig_archive,$(if $(filter-out no,$(STATIC_IGRAPH)),$(wildcard \
                 $(shell pkg-config --variable=libdir igraph 2>/dev/null)/libigraph.a)))
# It leads to six functions for eigenvalues that nothing here calls: cli/no_arpack.c stands for them.
NO_ARPACK := $(BUILD)/cli/no_arpack.o
ig_libs    = $(if $(ig_archive),$(ig_archive) $(NO_ARPACK) -l:libstdc++.so.6,-ligraph) -lglpk
# The fastest linker that this compiler can use, and that can be trusted: mold 1.10 of Debian 12 links
# programs of some sizes that do not start (their last page to be made read-only is not there).
LINKER    ?= $(call once,LINKER,$(shell for name in lld gold; do \
                 if $(CC) -fuse-ld=$$name -Wl,--version >/dev/null 2>&1; then echo -fuse-ld=$$name; break; fi; done))

comma    := ,
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes
SANFLAGS := $(if $(SAN),-fsanitize=$(SAN) -fno-omit-frame-pointer -DGP_ARENA_MALLOC)
FLAGS     = -std=c11 -pthread -D_POSIX_C_SOURCE=200809L -I. -fPIC -fvisibility=hidden $(WARN) $(pkg_cflags)
libs_with  = -Wl,--as-needed -lcjson -lcgraph -lcdt $1 -lxml2 -lyaml -lutf8proc -lm -pthread
LIBS       = $(call once,LIBS,$(call libs_with,$(ig_libs)) $(if $(MPI),$(shell pkg-config --libs mpi-c)))
SOLIBS     = $(call once,SOLIBS,$(call libs_with,-ligraph -lglpk))
COMPILE    = $(if $(findstring ccache,$(CC)),,$(CCACHE)) $(CC) $(FLAGS) $(CPPFLAGS) $(CFLAGS) $(SANFLAGS)
LINK       = $(filter-out %ccache,$(CC)) $(LINKER) $(SANFLAGS) $(LDFLAGS)

lib_c   := $(wildcard core/*.c core/*/*.c io/*.c io/*/*.c render/*.c report/*.c)
cli_c   := $(filter-out cli/main.c cli/no_arpack.c,$(wildcard cli/*.c))
obj      = $(patsubst %.c,$(BUILD)/%.o,$(1))
lib_o   := $(call obj,$(lib_c)) $(BUILD)/report/program.o
cli_o   := $(call obj,$(cli_c))
help_o  := $(call obj,$(wildcard tests/support*.c))
LIB     := $(BUILD)/libgroeipad.a
SO      := $(BUILD)/libgroeipad.so
BIN     := $(BUILD)/groeipad

.PHONY: all setup demo test tests check suites layers debug mpi-check asan tsan tsan-tests test-browser valgrind mutate tidy format format-check golden \
        bench fuzz install uninstall clean help FORCE
.SECONDARY:
.DELETE_ON_ERROR:

all: $(BIN) $(LIB) $(SO)          ## the command and the library, in build/

-include Makefile.local

# $(call run,WHAT,COMMAND): says one short line, or with V=1 the whole command.
run      = @.ci/say $(BUILD) "$1" $2
compile  = $(call run,CC $<,$(COMPILE) $1 -MMD -MP -c $< -o $@)
link     = $(call run,LD $@,$(LINK) $1 -o $@ $(filter-out $(NO_ARPACK),$(filter %.o %.a,$^)) $2)
rename_main   := -Dmain=main_of_
rename_target := -DLLVMFuzzerTestOneInput=
$(shell rm -f $(BUILD)/failed)

$(LIB): $(lib_o) $(BUILD)/text.lib
	@rm -f $@
	$(call run,AR $@,$(AR) rcs $@ $(lib_o))
$(SO): $(lib_o) $(BUILD)/text.lib $(BUILD)/text.link
	$(call link,-shared -Wl$(comma)-soname$(comma)libgroeipad.so.0,$(SOLIBS))
$(BIN): $(call obj,cli/main.c) $(cli_o) $(LIB) $(BUILD)/text.cli $(BUILD)/text.link
	$(call link,,$(LIBS))
$(BUILD)/%.o: %.c $(BUILD)/text.compile
	@mkdir -p $(@D)
	$(call compile,$(defines))

# The page of `report`: its modules as one program, and C that holds program, style and engine.
page_js  := $(wildcard report/page/*.js)
page_css := $(addprefix report/page/,base.css picture.css content.css whatif.css)
ENGINE   := $(BUILD)/report/engine.wasm
$(BUILD)/report/page.js: report/bundle $(page_js)
	@mkdir -p $(@D)
	@report/bundle $(page_js) >$@
$(BUILD)/report/page.css: $(wildcard $(page_css))
	@mkdir -p $(@D)
	@cat $(wildcard $(page_css)) /dev/null >$@
$(BUILD)/report/program.c: report/embed $(BUILD)/report/page.js $(BUILD)/report/page.css $(ENGINE)
	@report/embed $(BUILD)/report/page.js $(BUILD)/report/page.css $(ENGINE) >$@
$(BUILD)/report/program.o: $(BUILD)/report/program.c report/program.h $(BUILD)/text.compile
	$(call compile,)
# What is drawn at random is the same to the bit everywhere: no operations are fused. Its loops over
# draws are for vectors, which no floating-point traps or errno stand in the way of.
$(BUILD)/core/risk/%.o: defines = -O3 -ffp-contract=off -fno-trapping-math -fno-math-errno

# Of all files one knows MPI (Debian: libopenmpi-dev).
$(BUILD)/cli/risk_ranks.o: defines = $(if $(MPI),-DGP_MPI $(patsubst -I%,-isystem %,$(shell pkg-config --cflags mpi-c)))

# Files that hold flags or a list, and are written when those change: what rests on them is made again.
$(BUILD)/text.compile: text = $(filter-out %ccache,$(COMPILE)) $(rename_main) $(rename_target)
$(BUILD)/text.link:    text = $(LINK) $(LIBS)
$(BUILD)/text.lib:     text = $(lib_o)
$(BUILD)/text.cli:     text = $(cli_o)
$(BUILD)/text.engine:  text = $(WASM) $(wasm_link)
define keep_text
@:$(if $(findstring [$(strip $(text))],[$(strip $(file <$@))]),,$(shell mkdir -p $(@D))$(file >$@,$(text)))
endef
$(BUILD)/text.%: FORCE
	$(keep_text)

# One test binary a folder. Each test_NAME.c is a program; with its main under another name it is
# one of the suites that tests/suites.c runs.
test_c   := $(wildcard tests/*/test_*.c)
folders  := $(sort $(patsubst tests/%/,%,$(dir $(test_c))))
SUITES   := $(folders:%=$(BUILD)/tests/%/suite)
suite_c   = $(filter tests/$1/%,$(test_c))
define suite
$(BUILD)/tests/$1/test_%.o: defines = $(rename_main)$$(notdir $$*)
$(BUILD)/text.tests-$1: text = $(patsubst tests/$1/%.c,SUITE(%),$(suite_c))
$(BUILD)/tests/$1/suites.o: tests/suites.c $(BUILD)/text.compile $(BUILD)/text.tests-$1
	@mkdir -p $$(@D)
	$$(call compile,-D'SUITES=$(patsubst tests/$1/%.c,SUITE(%),$(suite_c))')
$(BUILD)/tests/$1/suite: $(call obj,$(suite_c)) $(BUILD)/tests/$1/suites.o $(help_o) $(cli_o) $(LIB) $(BUILD)/text.link
	$$(call link,,$$(LIBS) -lcmocka)
$(patsubst tests/%.c,$(BUILD)/check/%,$(suite_c)): $(BUILD)/check/%: $(BUILD)/tests/$1/suite FORCE
	@.ci/piece $(BUILD) $$* $$< $$(notdir $$*)
endef
$(foreach folder,$(folders),$(eval $(call suite,$(folder))))

# The fuzz targets without a fuzzing engine: one binary that replays what was found.
fuzz_c   := $(wildcard tests/fuzz/fuzz_*.c)
REPLAY   := $(BUILD)/tests/fuzz/replay
replay_o := $(patsubst tests/fuzz/%.c,$(REPLAY)-%.o,$(fuzz_c)) $(REPLAY).o
$(BUILD)/text.replay: text = $(patsubst tests/fuzz/%.c,TARGET(%),$(fuzz_c))
$(REPLAY).o: defines = -D'TARGETS=$(patsubst tests/fuzz/%.c,TARGET(%),$(fuzz_c))'
$(REPLAY).o: $(BUILD)/text.replay
$(REPLAY)-%.o: tests/fuzz/%.c $(BUILD)/text.compile
	@mkdir -p $(@D)
	$(call compile,$(rename_target)$*)
$(REPLAY): $(replay_o) $(BUILD)/tests/fuzz/check_document.o $(LIB) $(BUILD)/text.link
	$(call link,,$(LIBS))

# The suite in pieces, which make runs side by side: each leaves a log and a verdict in
# build/check. Pieces are the suites, the scripts tests/FOLDER/run*.sh, and the layers. Those of
# tests/scale run in the plain build only: what they measure is no other in a variant.
SCALE   ?= $(if $(SAN)$(filter-out build,$(BUILD)),no,yes)
scripts := $(filter-out $(if $(filter no,$(SCALE)),tests/scale/%),$(wildcard tests/scale/run*.sh tests/cli/run*.sh) \
               $(filter-out tests/scale/% tests/cli/%,$(wildcard tests/*/run*.sh)))
# What parsers of others make of our bytes is the same with sanitizers, and takes a minute there.
scripts := $(filter-out $(if $(SAN),tests/parsers/%),$(scripts))
script_pieces := $(patsubst tests/%.sh,$(BUILD)/check/%,$(scripts))
suite_pieces  := $(patsubst tests/%.c,$(BUILD)/check/%,$(test_c))
# The longest begin first, so that none of them is left to run alone at the end.
longest := $(filter parsers/run cli/run memory/run render/test_path_picture render/test_owes scale/run-memory scale/run-chain,\
               $(patsubst $(BUILD)/check/%,%,$(script_pieces) $(suite_pieces)))
longest := $(longest:%=$(BUILD)/check/%)
GENERATE := $(BUILD)/tests/scale/generate
$(GENERATE): $(BUILD)/bench/generate.o
	@mkdir -p $(@D)
	$(call link,,-lm)
ASKS     := $(BUILD)/tests/build/eigenvalues
$(ASKS): $(ASKS).o $(BUILD)/text.link
	$(call link,,$(LIBS))
COMMANDS := $(BUILD)/tests/valgrind/commands
$(COMMANDS): $(COMMANDS).o $(cli_o) $(LIB) $(BUILD)/text.cli $(BUILD)/text.link
	$(call link,,$(LIBS))
$(BIN) $(SUITES) $(REPLAY) $(ASKS) $(COMMANDS): $(NO_ARPACK)
$(script_pieces): $(BUILD)/check/%: all $(REPLAY) $(GENERATE) $(ASKS) FORCE
	@.ci/piece $(BUILD) $* sh tests/$*.sh $(BIN)
$(BUILD)/check/layers: $(lib_o) $(cli_o) FORCE
	@.ci/piece $(BUILD) layers .ci/layers $(BUILD) $(lib_o) $(cli_o)
FORCE:

setup:                            ## installs what the build needs (apt), or says how
	@.ci/setup

demo: setup                       ## builds, runs the main job on the example, says where the pictures are
	@$(MAKE) --no-print-directory all
	@.ci/demo $(BIN)

test: setup                       ## builds and runs the whole suite
	@$(MAKE) --no-print-directory check

check: all $(longest) $(script_pieces) $(suite_pieces) $(BUILD)/check/layers   ## the suite, without installing anything
	@.ci/verdict $(BUILD) $(filter $(BUILD)/check/%,$^)
tests: all $(SUITES) $(REPLAY) $(GENERATE) $(ASKS)   ## builds what the suite runs, and runs nothing
suites: $(filter $(suite_pieces),$(longest)) $(suite_pieces)   ## the cmocka suites only
	@.ci/verdict $(BUILD) $^

# The one-way rule, proved on includes and on the symbols that objects ask for.
layers: $(lib_o) $(cli_o)         ## proves cli -> render|io -> core
	@.ci/layers $(BUILD) $^

debug:                            ## build/debug: no optimisation
	@$(MAKE) --no-print-directory BUILD=build/debug CFLAGS="-O0 -g3" all
asan:                             ## the suite under address and undefined sanitizers
	@$(MAKE) --no-print-directory BUILD=build/asan SAN=address,undefined CFLAGS="-O1 -g" check
tsan:                             ## what two threads share, under the thread sanitizer
	@$(MAKE) --no-print-directory BUILD=build/tsan SAN=thread CFLAGS="-O1 -g" tsan-tests
tsan-tests: $(BUILD)/tests/core/suite $(BUILD)/tests/io/suite
	@$(BUILD)/tests/core/suite test_analyse test_risk_run
	@$(BUILD)/tests/io/suite test_json_ahead test_two_threads test_edits
mpi-check: all                    ## with MPI=1: ranks give the bytes of one process (mpirun)
	@sh tests/parts/mpi.sh $(BIN)
test-browser: all                 ## the report's page in chromium: axe, numbers, what-if, times (ONLY="lint sizes")
	@tests/browser/browser.sh $(BIN) $(ONLY)
valgrind: all $(COMMANDS)         ## no leak in any command
	@.ci/valgrind $(BIN) $(COMMANDS)
tidy:                             ## clang-tidy over our sources
	@clang-tidy --quiet $(lib_c) $(cli_c) cli/main.c -- $(FLAGS)
format:                           ## clang-format in place
	@clang-format -i $(wildcard */*.c */*.h core/*/*.c core/*/*.h io/*/*.c io/*/*.h report/*/*.c report/*/*.h report/*/*/*.h report/*/*/*/*.h tests/*/*.c tests/*/*.h)
format-check:                     ## fails where clang-format would change a file
	@clang-format --dry-run --Werror $(wildcard */*.c */*.h core/*/*.c core/*/*.h io/*/*.c io/*/*.h report/*/*.c report/*/*.h report/*/*/*.h report/*/*/*/*.h tests/*/*.c tests/*/*.h)
golden: all                       ## rewrites the expected outputs; read the diff
	@GP_REWRITE=1 sh tests/cli/run.sh $(BIN)
	@GP_REWRITE=1 sh tests/docs/run.sh $(BIN)
RISK_SHARE := $(BUILD)/bench/risk_share
$(RISK_SHARE): $(RISK_SHARE).o $(LIB) $(NO_ARPACK) $(BUILD)/text.link
	$(call link,,$(LIBS))
bench: all $(RISK_SHARE)          ## the speed bars, as paired ratios in one run
	@bench/run $(BUILD)
mutate:                           ## breaks one line after the other: does the suite notice? (BREAKS=1-20)
	@bench/mutate $(BREAKS)
fuzz:                             ## build/fuzz: libFuzzer targets (clang)
	@$(MAKE) --no-print-directory BUILD=build/fuzz CC=clang SAN=fuzzer-no-link,address,undefined \
	    CFLAGS="-O1 -g" fuzz-targets
fuzz-targets: $(patsubst tests/fuzz/%.c,$(BUILD)/%,$(fuzz_c))
$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/check_document.o $(LIB) $(BUILD)/text.link $(NO_ARPACK)
	$(call link,-fsanitize=fuzzer,$(LIBS))

# The core for the page, as WebAssembly (Debian: clang, lld, wasi-libc, libclang-rt-dev-wasm32). Where
# those are not there, or with WASM=no, the module is empty and pages cannot plan again. Variants of
# the build share its objects, which know nothing of their flags.
WASM_CC    ?= clang
WASM       ?= $(call once,WASM,$(shell report/engine/probe $(WASM_CC)))
WASM_BUILD := build/wasm
# All that plans, answers and draws, but for what report/engine stands in for, and what it has no
# need of: other formats than JSON, files, text for terminals, measures that are sought.
wasm_folders := change files json keep record answers
wasm_not     := core/repair/% core/clash_repair.c io/choose.c io/format_rows.c io/files/file.c io/files/files.c \
                io/files/uninterrupted.c io/keep/baseline_% io/answers/%_text.c io/answers/advice_% io/answers/inspect_% \
                io/answers/library_% io/answers/path_% io/answers/query_% io/answers/repair_% io/answers/risk_% \
                io/answers/sweep_% io/answers/why_csv.c io/answers/why_json.c render/gv_% render/raster% render/view_risk.c \
                render/view_sweep.c render/sweep_% report/engine/make_%
wasm_also    := io/answers/repair_fields.c io/answers/repair_words.c io/answers/risk_words.c
wasm_c := $(filter-out $(wasm_not),$(wildcard core/*.c core/*/*.c io/*.c $(wasm_folders:%=io/%/*.c) render/*.c \
              report/part*.c report/engine/*.c)) $(wasm_also)
wasm_o := $(wasm_c:%.c=$(WASM_BUILD)/%.o) $(WASM_BUILD)/characters.o
wasm_compile = $(WASM_CC) --target=wasm32-wasi -Oz -std=c11 -D_POSIX_C_SOURCE=200809L -DNDEBUG \
                   -Ireport/engine/include -I. $(WARN) -Wno-conversion -Wno-shorten-64-to-32
wasm_wrapped := abort open close fstat read pread __wasi_fd_write __wasi_fd_seek
wasm_link    = $(WASM_CC) --target=wasm32-wasi -nostartfiles -Wl,-O2 -Wl,--no-entry -Wl,--gc-sections -Wl,--strip-all -Wl,--compress-relocations \
                   -Wl,-z,stack-size=1048576 $(wasm_wrapped:%=-Wl,--wrap=%)
$(WASM_BUILD)/text.compile: text = $(wasm_compile)
$(WASM_BUILD)/text.%: FORCE
	$(keep_text)
$(WASM_BUILD)/%.o: %.c $(WASM_BUILD)/text.compile
	@mkdir -p $(@D)
	$(call run,WASM $<,$(CCACHE) $(wasm_compile) -MMD -MP -c $< -o $@)
$(WASM_BUILD)/characters.o: $(WASM_BUILD)/characters.c report/engine/characters.h $(WASM_BUILD)/text.compile
	$(call run,WASM $<,$(CCACHE) $(wasm_compile) -c $< -o $@)
$(WASM_BUILD)/characters.c: $(WASM_BUILD)/make_characters
	@$< >$@
$(WASM_BUILD)/make_characters: report/engine/make_characters.c
	@mkdir -p $(@D)
	$(call run,CC $@,$(filter-out %ccache,$(CC)) -std=c11 -O1 $(WARN) $(pkg_cflags) $< -o $@ -lutf8proc)
.SECONDEXPANSION:
$(ENGINE): $(BUILD)/text.engine $$(if $$(filter yes,$$(WASM)),$$(wasm_o))
	@mkdir -p $(@D)
	$(if $(filter yes,$(WASM)),$(call run,WASM $@,$(wasm_link) $(wasm_o) -lm -o $@),@: >$@)

# What is in the module and in no library, for its tests: its own files, and what stands in for
# libraries, with the headers that stand in for theirs.
stand_ins    := $(addprefix report/engine/,graph.c graph_components.c graph_dominators.c graph_feedback.c json_nodes.c \
                    character_facts.c character_map.c) tests/report/stand_in.c
own_engine   := $(addprefix report/engine/,engine.c world.c request.c answer.c)
engine_test_o = $(call obj,$(stand_ins) $(own_engine)) $(BUILD)/report/engine/characters.o
$(call obj,$(stand_ins)): defines = -Ireport/engine/include -Wno-conversion
$(BUILD)/report/engine/characters.o: $(WASM_BUILD)/characters.c $(BUILD)/text.compile
	@mkdir -p $(@D)
	$(call compile,)
$(BUILD)/tests/report/suite: $(engine_test_o)

# Pages for man come from the command itself, in English and in Dutch.
MANUAL := $(BUILD)/man/man1/groeipad.1
$(MANUAL): $(BIN) .ci/pages
	$(call run,MAN $(BUILD)/man,.ci/pages $(BIN) $(BUILD)/man)

quiet = $(if $(V),,@)
SHARE  = $(DESTDIR)$(PREFIX)/share
install: all $(MANUAL)            ## to $(DESTDIR)$(PREFIX)
	@echo "INSTALL $(DESTDIR)$(PREFIX)"
	$(quiet)install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig
	$(quiet)install -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/
	$(quiet)install -m 644 $(LIB) $(DESTDIR)$(PREFIX)/lib/
	$(quiet)install -m 755 $(SO) $(DESTDIR)$(PREFIX)/lib/libgroeipad.so.0
	$(quiet)ln -sf libgroeipad.so.0 $(DESTDIR)$(PREFIX)/lib/libgroeipad.so
	$(quiet)install -d $(DESTDIR)$(PREFIX)/include/groeipad
	$(quiet)install -m 644 groeipad/*.h $(DESTDIR)$(PREFIX)/include/groeipad/
	$(quiet)sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' -e 's|@PACKAGES@|$(PACKAGES)|' \
	    -e 's|@SOLIBS@|$(SOLIBS)|' groeipad/groeipad.pc.in \
	    > $(DESTDIR)$(PREFIX)/lib/pkgconfig/groeipad.pc
	$(quiet)install -d $(SHARE)/man $(SHARE)/bash-completion/completions \
	    $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(quiet)cp -R $(BUILD)/man/. $(SHARE)/man/
	$(quiet)install -m 644 cli/completion/groeipad.bash $(SHARE)/bash-completion/completions/groeipad
	$(quiet)install -m 644 cli/completion/_groeipad $(SHARE)/zsh/site-functions/
	$(quiet)install -m 644 cli/completion/groeipad.fish $(SHARE)/fish/vendor_completions.d/
uninstall:                        ## what install put there
	@echo "UNINSTALL $(DESTDIR)$(PREFIX)"
	$(quiet)rm -f $(DESTDIR)$(PREFIX)/bin/groeipad $(DESTDIR)$(PREFIX)/lib/libgroeipad.* \
	    $(DESTDIR)$(PREFIX)/lib/pkgconfig/groeipad.pc
	$(quiet)rm -rf $(DESTDIR)$(PREFIX)/include/groeipad
	$(quiet)rm -f $(foreach part,groeipad.[15] groeipad-*.[15],$(SHARE)/man/man[15]/$(part) $(SHARE)/man/nl/man[15]/$(part))
	$(quiet)rm -f $(SHARE)/bash-completion/completions/groeipad $(SHARE)/zsh/site-functions/_groeipad \
	    $(SHARE)/fish/vendor_completions.d/groeipad.fish
clean:                            ## removes build/
	rm -rf build
help:                             ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

-include $(patsubst %.o,%.d,$(lib_o) $(cli_o) $(help_o) $(replay_o) $(call obj,cli/main.c $(test_c) $(fuzz_c)) \
     $(call obj,tests/fuzz/check_document.c bench/generate.c bench/risk_share.c tests/build/eigenvalues.c cli/no_arpack.c) $(folders:%=$(BUILD)/tests/%/suites.o))
-include $(wasm_o:%.o=%.d) $(engine_test_o:%.o=%.d)
