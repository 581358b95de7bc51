/* Asks libical whether calendars keep the tables of RFC 5546 and say nothing that it cannot read.
 *
 * usage: restriction FILE...     exit code 0 where it has no complaint
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static int complaints;

/* libical answers in the component itself: each X-LIC-ERROR is a complaint about the component that holds it. */
static void report(const char *path, icalcomponent *component)
{
    for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); property;
         property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        printf("%s: libical: %s: %s\n", path, icalcomponent_kind_to_string(icalcomponent_isa(component)),
               icalproperty_get_xlicerror(property));
        complaints++;
    }
    for (icalcomponent *part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); part;
         part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        report(path, part);
}

static char *next_line(char *buffer, size_t size, void *file)
{
    return fgets(buffer, (int)size, file);
}

static void judge(const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file) {
        printf("%s: libical: cannot be opened\n", path);
        complaints++;
        return;
    }
    icalparser *parser = icalparser_new();
    icalparser_set_gen_data(parser, file);
    icalcomponent *calendar = icalparser_parse(parser, next_line);
    if (!calendar) {
        printf("%s: libical: no calendar\n", path);
        complaints++;
    } else {
        if (!icalrestriction_check(calendar)) {
            printf("%s: libical: not allowed\n", path);
            complaints++;
        }
        report(path, calendar);
        icalcomponent_free(calendar);
    }
    icalparser_free(parser);
    fclose(file);
}

int main(int count, char **paths)
{
    /* What libical raises while reading is a complaint as well. */
    icalerror_set_errors_are_fatal(0);
    for (int i = 1; i < count; i++) {
        icalerror_clear_errno();
        judge(paths[i]);
        if (icalerrno != ICAL_NO_ERROR) {
            printf("%s: libical: %s\n", paths[i], icalerror_strerror(icalerrno));
            complaints++;
        }
    }
    printf("%d calendars read, %d complaints\n", count - 1, complaints);
    return complaints ? EXIT_FAILURE : EXIT_SUCCESS;
}
