/** The editor of settings files. */
package replicationlab.ui.files;
