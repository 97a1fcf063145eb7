/** Settings files of several majors, on paper and on running servers. */
package replicationlab.postgres.config;
